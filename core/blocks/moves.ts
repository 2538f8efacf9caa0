/** What can be done instead of a move, for whom it does not suit (plan-rules §9, "change or skip"). None: it is skipped. */
const INSTEAD: Readonly<Record<string, string | undefined>> = {
  "cat-cow": "cat-cow-easy",
  "hip-flexor": "hip-flexor-easy",
  plank: "plank-easy",
  "bird-dog": "bird-dog-easy",
  "child-pose": "child-pose-easy",
  cobra: "child-pose",
};

export const insteadOf = (move: string | null): string | null => (move === null ? null : (INSTEAD[move] ?? null));

/** Every move that a plan or a record can name. */
export const MOVES: readonly string[] = [
  "knee-to-chest",
  ...Object.keys(INSTEAD),
  ...Object.keys(INSTEAD).flatMap((move) => (move === "cobra" ? [] : [`${move}-easy`])),
];

/** The exercise behind an easier version of it. */
export const plainMove = (move: string): string => move.replace(/-easy$/, "");
