import { type WeekName, weekStartDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { BackstrideError } from "../error.ts";
import { closeBook } from "./book.ts";
import type { Checkpoint, Totals } from "./checkpoint.ts";
import { packedProfile, unpackedProfile } from "./cue-code.ts";
import { withTimePassed } from "./day.ts";
import { entriesOf } from "./order.ts";
import { foldProfile } from "./profile.ts";
import { sparseDay, sparseState } from "./sparse.ts";
import { totalsOf } from "./totals.ts";
import { walkDays } from "./walk.ts";

export { type JudgedSession, judgedSessions } from "./judged.ts";
export { subjectDate } from "./order.ts";
export { addTotals } from "./totals.ts";

/**
 * Folds one ISO week over the checkpoint of an earlier one. Weeks without events may be left out. Total over any events; those
 * of other weeks (by subject date) are ignored, and so are order and repetition.
 * @throws BackstrideError `invalid` when the checkpoint already holds `week`
 */
export function foldWeek(
  checkpoint: Checkpoint,
  week: WeekName,
  events: readonly LogEvent[],
): { readonly checkpoint: Checkpoint; readonly totals: Totals } {
  if (checkpoint.week !== null && week <= checkpoint.week) {
    throw new BackstrideError("invalid", `The checkpoint of ${checkpoint.week} already holds ${week}.`);
  }
  const monday = weekStartDay(week);
  const sunday = monday + 6;
  const entries = entriesOf(events, monday, sunday);
  const own = entries.map(({ event }) => event);
  const { state, book, days } = walkDays(checkpoint, entries, sunday - 1);
  const open = days.get(sunday);
  const next: Checkpoint = {
    v: 1,
    week,
    profile: packedProfile(foldProfile(unpackedProfile(checkpoint), own)),
    // What is due before this week is settled, while its windows are still known.
    state: sparseState(withTimePassed(state, book, monday - 1)),
    ...closeBook(book, sunday - 1),
    open: open === undefined ? null : sparseDay(open),
  };
  return { checkpoint: next, totals: totalsOf(own) };
}
