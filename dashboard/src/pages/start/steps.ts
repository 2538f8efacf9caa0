import type { Summary } from "../../../../core/contract/api.ts";

export const STEPS = ["account", "safety", "you", "watch"] as const;
export type Step = (typeof STEPS)[number];

/** Where to take up the setup, by what the service knows. */
export function firstMissing({ screened, placed }: Summary["setup"]): Step {
  if (!screened) return "safety";
  return placed ? "watch" : "you";
}
