import { withoutExercises } from "../blocks/steps.ts";
import type { LogEvent } from "../contract/event.ts";
import type { DoneStep } from "../contract/session.ts";
import type { Totals } from "./checkpoint.ts";
import { sessionsOf, varietyIn } from "./sessions.ts";

const NONE: Totals = { sessions: 0, activeS: 0, runS: 0, variety: 0, varietyMin: 0 };

/** The sum of two totals; nothing counts as zero. */
export function addTotals(sum: Totals | undefined, more: Totals): Totals {
  if (sum === undefined) return more;
  return {
    sessions: sum.sessions + more.sessions,
    activeS: sum.activeS + more.activeS,
    runS: sum.runS + more.runS,
    variety: sum.variety + more.variety,
    varietyMin: sum.varietyMin + more.varietyMin,
  };
}

/** Seconds in motion of what was done: every step but the exercises. The one meaning of "minutes moving". */
export const movedS = (steps: readonly DoneStep[]): number =>
  withoutExercises(steps).reduce((sum, { doneS }) => sum + doneS, 0);

export const ranS = (steps: readonly DoneStep[]): number =>
  steps.reduce((sum, { kind, doneS }) => sum + (kind === "run" ? doneS : 0), 0);

/** Sums over ordered events: sessions as edited, without deleted ones, each once. */
export function totalsOf(ordered: readonly LogEvent[]): Totals {
  let totals = NONE;
  for (const { data } of sessionsOf(ordered)) {
    totals = addTotals(totals, { ...NONE, sessions: 1, activeS: movedS(data.steps), runS: ranS(data.steps) });
  }
  for (const { data } of varietyIn(ordered)) {
    totals = addTotals(totals, { ...NONE, variety: 1, varietyMin: data.minutes });
  }
  return totals;
}
