import { FIRST_RUN_LEVEL } from "../ladder/ladder.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** What PRE allows today (plan-rules D): as planned, eased, a short walk at most, or rest. */
export type Gate = "go" | "ease" | "walk" | "rest";

export function dayGate(pre: number | null, base: number, unwell: boolean): Gate {
  const { ease, easeRise, walk, rest } = THRESHOLDS.gate;
  if (unwell || (pre !== null && pre >= rest)) return "rest";
  if (pre === null) return "go";
  if (pre >= walk) return "walk";
  return pre >= ease && pre >= base + easeRise ? "ease" : "go";
}

/** The highest level that a gate leaves of a state level; null: rest. */
export function gatedLevel(gate: Gate, stateLevel: number): number | null {
  if (gate === "rest") return null;
  if (gate === "walk") return Math.min(stateLevel, THRESHOLDS.gate.walkLevel);
  if (gate === "go") return stateLevel;
  return stateLevel < FIRST_RUN_LEVEL ? Math.max(0, stateLevel - 1) : THRESHOLDS.gate.easedLevel;
}
