import type { EpochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { EMPTY_DAY } from "./blank-day.ts";
import { type Book, openBook, writePain } from "./book.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { foldDay } from "./day.ts";
import type { DayFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import type { Verdict } from "./judge.ts";
import { type Entry, entriesOf } from "./order.ts";
import type { State } from "./state.ts";
import { sundayOf } from "./window.ts";

export type Walked = {
  readonly state: State;
  readonly book: Book;
  readonly days: ReadonlyMap<EpochDay, DayFacts>;
  readonly verdicts: readonly Verdict[];
};

/** Folds a checkpoint and the events after it, date by date, at least up to `today`. */
export function walk(checkpoint: Checkpoint, tail: readonly LogEvent[], today: EpochDay): Walked {
  const sunday = sundayOf(checkpoint);
  const entries = entriesOf(tail, sunday === null ? undefined : sunday + 1);
  return walkDays(checkpoint, entries, today, Number.POSITIVE_INFINITY);
}

/** The same over ordered entries after the checkpoint, but leaves the dates after `through` unfolded; the next one is only looked at for its morning. */
export function walkThrough(checkpoint: Checkpoint, entries: readonly Entry[], through: EpochDay): Walked {
  return walkDays(checkpoint, entries, through, through);
}

function walkDays(checkpoint: Checkpoint, entries: readonly Entry[], until: EpochDay, through: EpochDay): Walked {
  const days = gather(entries);
  const sunday = sundayOf(checkpoint);
  if (sunday !== null && checkpoint.open !== null) days.set(sunday, checkpoint.open);
  const book = openBook(checkpoint);
  for (const [day, facts] of days) writePain(book, day, facts);
  let state = checkpoint.state;
  const verdicts: Verdict[] = [];
  for (const day of datesOf(days, sunday, until, through)) {
    const folded = foldDay(state, book, day, days.get(day) || EMPTY_DAY, days.get(day + 1));
    state = folded.state;
    verdicts.push(...folded.verdicts);
  }
  return { state, book, days, verdicts };
}

/** The dates with facts, and `until`, so that what depends on time alone has happened by then. */
function datesOf(
  days: ReadonlyMap<EpochDay, DayFacts>,
  sunday: EpochDay | null,
  until: EpochDay,
  through: EpochDay,
): EpochDay[] {
  const dates = new Set(days.keys());
  if (sunday === null || until >= sunday) dates.add(until);
  return [...dates].filter((day) => day <= through).sort((a, b) => a - b);
}
