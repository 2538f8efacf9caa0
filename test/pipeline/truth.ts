import { weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { EMPTY_CHECKPOINT, type Totals } from "../../core/progress/checkpoint.ts";
import { foldWeek } from "../../core/progress/fold.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { addTotals } from "../../core/progress/totals.ts";
import { canonical } from "../../lambdas/adapters/canonical.ts";
import { personKey } from "../../lambdas/adapters/keys.ts";
import { PERSON } from "./events.ts";
import type { Memory } from "./memory.ts";

/** What the table must hold of each week in the end: the fold from zero of what was accepted. */
export function foldFromZero(events: readonly LogEvent[]) {
  const weeks = [...new Set(events.map((event) => weekOf(subjectDate(event))))].sort();
  let checkpoint = EMPTY_CHECKPOINT;
  let sum: Totals | undefined;
  return weeks.map((week) => {
    const folded = foldWeek(
      checkpoint,
      week,
      events.filter((event) => weekOf(subjectDate(event)) === week),
    );
    checkpoint = folded.checkpoint;
    sum = addTotals(sum, folded.totals);
    return { week, totals: folded.totals, sum, checkpoint: canonical(checkpoint) };
  });
}

/** What the table does hold of each week. */
export const foldsIn = (memory: Memory) =>
  rowsIn(memory, "R#").map(({ sk, totals, sum, checkpoint }) => ({
    week: sk.slice(2),
    totals,
    sum,
    checkpoint: canonical(JSON.parse(String(checkpoint))),
  }));

/** The rows of the test's person that begin with a prefix, in order. */
export const rowsIn = (memory: Memory, prefix: string) =>
  [...memory.rows.values()]
    .filter(({ pk, sk }) => pk === personKey(PERSON) && sk.startsWith(prefix))
    .sort((a, b) => (a.sk < b.sk ? -1 : 1));
