import type { Plan } from "../../core/contract/plan.ts";
import type { Pain, PlannedStep } from "../../core/contract/session.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { dayGate, type Gate, gatedLevel } from "../../core/progress/day-gate.ts";
import { baseOf } from "./plan.ts";

/** What to do today after the questions before the session. `level` null: rest. */
export type Today = { readonly gate: Gate; readonly level: number | null; readonly steps: readonly PlannedStep[] };

/**
 * The day gate on the watch (plan-rules D). It only ever makes the planned session easier: a plan that is already below what
 * the gate allows stays as it is.
 */
export function todayAfter(plan: Plan | null, before: Pain, unwell: boolean): Today {
  const planned = plan === null ? null : plan.level;
  if (plan === null || planned === null || plan.steps.length === 0) return { gate: "rest", level: null, steps: [] };
  const gate = dayGate(Math.max(before.back, before.leg), baseOf(plan), unwell);
  const level = gatedLevel(gate, planned);
  if (level === null) return { gate, level, steps: [] };
  return level >= planned ? { gate, level: planned, steps: plan.steps } : { gate, level, steps: ladderSteps(level) };
}
