import { fitToWaking, withoutExercises } from "../../core/blocks/steps.ts";
import type { Plan } from "../../core/contract/plan.ts";
import type { Pain, PlannedStep } from "../../core/contract/session.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { awakeAt } from "../../core/plan/start.ts";
import { dayGate, type Gate, gatedLevel } from "../../core/progress/day-gate.ts";
import { THRESHOLDS } from "../../core/progress/thresholds.ts";
import { bearable } from "../../core/session/floor.ts";
import { dayMinutes } from "./morning.ts";
import type { Outlook } from "./plan.ts";

/** What to do today after the questions before the session. `level` null: rest. */
export type Today = { readonly gate: Gate; readonly level: number | null; readonly steps: readonly PlannedStep[] };

/** What was answered before the session: pain, and feeling unwell or not. */
export type Told = { readonly before: Pain; readonly unwell: boolean };

/**
 * The day gate on the watch (plan-rules D), for the level of the ladder where it is known, else for that of the plan. It only ever
 * makes the planned session easier: a plan that is already below what the gate allows stays as it is.
 * @param between a day without a run: eased whatever the answers
 */
export function todayAfter(plan: Plan | null, { before, unwell }: Told, outlook: Outlook, between = false): Today {
  const planned = plan === null ? null : plan.level;
  if (plan === null || planned === null || plan.steps.length === 0) return { gate: "rest", level: null, steps: [] };
  const told = dayGate(Math.max(before.back, before.leg), outlook.base, unwell);
  const gate = told === "go" && between ? "ease" : told;
  const level = gatedLevel(gate, Math.max(planned, outlook.level ?? 0));
  if (level === null) return { gate, level, steps: [] };
  if (level < planned) return { gate, level, steps: ladderSteps(level) };
  return { gate, level: planned, steps: bearable(before) ? plan.steps : withoutExercises(plan.steps) };
}

/** The steps for somebody who starts now: another hour than the planned one may be too early for some exercises. */
export function stepsAt(
  steps: readonly PlannedStep[],
  minute: number,
  wakeUp: string | null | undefined,
): PlannedStep[] {
  const woke = dayMinutes(wakeUp ?? THRESHOLDS.schedule.wakeUp);
  return fitToWaking(steps, awakeAt(minute, woke));
}
