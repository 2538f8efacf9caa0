import { withoutExercises } from "../blocks/steps.ts";
import type { LogEvent } from "../contract/event.ts";
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

/** Sums over ordered events: sessions as edited, without deleted ones, each once. */
export function totalsOf(ordered: readonly LogEvent[]): Totals {
  let totals = NONE;
  for (const { data } of sessionsOf(ordered)) {
    const activeS = withoutExercises(data.steps).reduce((sum, step) => sum + step.doneS, 0);
    const runS = data.steps.reduce((sum, step) => sum + (step.kind === "run" ? step.doneS : 0), 0);
    totals = addTotals(totals, { ...NONE, sessions: 1, activeS, runS });
  }
  for (const { data } of varietyIn(ordered)) {
    totals = addTotals(totals, { ...NONE, variety: 1, varietyMin: data.minutes });
  }
  return totals;
}
