import type { EpochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { type Book, openBook, writeAnswers } from "./book.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { foldDay, withTimePassed } from "./day.ts";
import type { DayFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import type { Verdict } from "./judge.ts";
import { type Entry, entriesOf } from "./order.ts";
import { openDayOf, stateOf } from "./sparse.ts";
import type { State } from "./state.ts";
import { sundayOf } from "./window.ts";

export type Walked = {
  readonly state: State;
  readonly book: Book;
  readonly days: ReadonlyMap<EpochDay, DayFacts>;
  readonly verdicts: readonly Verdict[];
};

/** Folds a checkpoint and the events after it, date by date, and what depends on time alone up to `today`. */
export function walk(checkpoint: Checkpoint, tail: readonly LogEvent[], today: EpochDay): Walked {
  const sunday = sundayOf(checkpoint);
  const entries = entriesOf(tail, sunday === null ? undefined : sunday + 1);
  const { state, ...walked } = walkDays(checkpoint, entries, Number.POSITIVE_INFINITY);
  return { ...walked, state: withTimePassed(state, walked.book, today) };
}

/**
 * Folds ordered entries after a checkpoint, but leaves the dates after `through` unfolded; the next one is only looked at for its
 * morning. Time alone does nothing here: after the last entry nobody knows yet how far it has come.
 */
export function walkDays(checkpoint: Checkpoint, entries: readonly Entry[], through: EpochDay): Walked {
  const days = gather(entries);
  const sunday = sundayOf(checkpoint);
  const open = openDayOf(checkpoint);
  if (sunday !== null && open !== null) days.set(sunday, open);
  const book = openBook(checkpoint);
  for (const [day, facts] of days) writeAnswers(book, day, facts);
  let state = stateOf(checkpoint);
  const verdicts: Verdict[] = [];
  const dates = [...days.keys()].filter((day) => day <= through).sort((a, b) => a - b);
  for (const day of dates) {
    const facts = days.get(day);
    if (facts === undefined) continue;
    const folded = foldDay(state, book, day, facts, days.get(day + 1));
    state = folded.state;
    verdicts.push(...folded.verdicts);
  }
  return { state, book, days, verdicts };
}
