import type { Messages } from "../message.ts";

export const EXERCISES = {
  "moves.title": "Floor exercises",
  "moves.sub":
    "Slowly, without holding your breath. Skip what hurts at 4 or more, and everything after a session that was too much.",
  "moves.knee-to-chest.how":
    "On your back, draw one knee towards you and hold. Not within an hour of waking, and not with osteoporosis.",
  "moves.cat-cow.how":
    "On hands and knees, round your back a little, then let it sink a little. Keep the range small, or do it standing.",
  "moves.hip-flexor.how": "One knee down, move your hips gently forwards. Do not arch your back. Standing works too.",
  "moves.plank.how":
    "On forearms and toes, one long line, and keep breathing. Knees down or hands on a wall makes it easier.",
  "moves.bird-dog.how":
    "On hands and knees, reach one arm and the other leg away, and come back. Only the leg, or only the arm, is easier.",
  "moves.child-pose.how":
    "Sit back towards your heels with your arms ahead, and rest. Lean forwards on a chair instead if you like.",
  "moves.cobra.how":
    "On your belly, lift your chest on your forearms and come down. If bending back hurts, choose child’s pose.",
} satisfies Messages;
