import assert from "node:assert/strict";
import { weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { decide } from "../../core/plan/decide.ts";
import { EMPTY_CHECKPOINT, type Totals } from "../../core/progress/checkpoint.ts";
import { foldWeek } from "../../core/progress/fold.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { addTotals } from "../../core/progress/totals.ts";
import { canonical, hashOf } from "../../lambdas/adapters/canonical.ts";
import { personKey } from "../../lambdas/adapters/keys.ts";
import type { Alarm } from "../../lambdas/adapters/scheduler.ts";
import { textIn } from "../../lambdas/adapters/squeeze.ts";
import { standingAt } from "../../lambdas/adapters/standing.ts";
import { nextDue } from "../../lambdas/plan/due.ts";
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
    checkpoint: canonical(JSON.parse(textIn(checkpoint))),
  }));

/** The rows of the test's person that begin with a prefix, in order. */
export const rowsIn = (memory: Memory, prefix: string) =>
  [...memory.rows.values()]
    .filter(({ pk, sk }) => pk === personKey(PERSON) && sk.startsWith(prefix))
    .sort((a, b) => (a.sk < b.sk ? -1 : 1));

/** Each week is the fold from zero. @throws AssertionError */
export function holdsTheFolds(memory: Memory, accepted: readonly LogEvent[]): void {
  assert.deepStrictEqual(foldsIn(memory), foldFromZero(accepted));
}

/** The plan is what `decide` made of all that is stored, when it was last made; the earlier ones are numbered without a gap. @throws AssertionError */
export async function holdsThePlan(memory: Memory, plannedMs: number): Promise<void> {
  const { checkpoint, tail, profile, today } = await standingAt(memory.store(), PERSON, plannedMs);
  const [current] = rowsIn(memory, "P#");
  assert.equal(current?.hash, hashOf(decide(checkpoint, tail, profile, today)), "the plan is not what decide says");
  const earlier = rowsIn(memory, "PH#").map(({ rev }) => Number(rev));
  // A run that crashed before it replaced the current plan, and then need not any more, leaves a copy of it here.
  const copied = earlier.at(-1) === Number(current?.rev) ? 1 : 0;
  assert.deepStrictEqual(
    earlier,
    Array.from({ length: Number(current?.rev) - 1 + copied }, (_, at) => at + 1),
  );
}

/** The alarm is for what was due next when it was last set, under the number of the current plan. @throws AssertionError */
export async function holdsTheAlarm(memory: Memory, alarm: Alarm | null, armedMs: number): Promise<void> {
  const standing = await standingAt(memory.store(), PERSON, armedMs);
  const due = nextDue(standing, armedMs);
  assert.equal(alarm?.atMs ?? null, due?.atMs ?? null, "the alarm is not for what is due next");
  if (alarm === null || due === null) return;
  const planRev = Number(rowsIn(memory, "P#")[0]?.rev);
  const dueAt = new Date(due.atMs).toISOString();
  assert.deepStrictEqual(alarm.input, { person: PERSON, planRev, what: due.what, dueAt });
}
