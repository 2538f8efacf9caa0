/**
 * Line figures of our own on a floor at y = 64, 120 wide: how high each reaches, where the head is, and the path of trunk and
 * limbs.
 */
export const FIGURES = [
  { move: "knee-to-chest", top: 28, head: [16, 54], limbs: "M24 58H70L108 60M70 58L60 34L80 40M38 57L60 36" },
  { move: "cat-cow", top: 22, head: [18, 42], limbs: "M30 61V38Q56 20 84 38V61H104M30 38L23 40" },
  { move: "hip-flexor", top: 0, head: [56, 10], limbs: "M56 17V40L80 43V62M56 40L44 61H22M56 24L66 40" },
  { move: "plank", top: 26, head: [15, 40], limbs: "M23 43L104 57L107 62M27 44V61H40" },
  { move: "bird-dog", top: 20, head: [25, 34], limbs: "M36 61V40H78V61H98M36 40L6 32M78 40L114 32" },
  { move: "child-pose", top: 36, head: [34, 55], limbs: "M41 57Q66 36 94 48L80 61H104M41 58L10 61" },
  { move: "cobra", top: 12, head: [35, 26], limbs: "M112 61H66Q48 58 40 34M42 42L46 61H30" },
] as const;
