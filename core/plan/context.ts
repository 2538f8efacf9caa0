import { type EpochDay, epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { LocalDate } from "../contract/primitives.ts";
import type { Profile } from "../contract/profile.ts";
import { baseOn } from "../progress/base.ts";
import type { Book } from "../progress/book.ts";
import type { Checkpoint } from "../progress/checkpoint.ts";
import { dayGate, type Gate } from "../progress/day-gate.ts";
import type { State } from "../progress/state.ts";
import { walk } from "../progress/walk.ts";
import type { Catalogue } from "../text/catalogue.ts";

/** All that deciding looks at: the fold up to now, and today. */
export type Context = {
  readonly state: State;
  readonly book: Book;
  readonly profile: Profile;
  readonly today: EpochDay;
  readonly texts: Catalogue;
  /** Highest PRE of today, whether unwell was said, BASE of today, and what these allow. */
  readonly pre: number | null;
  readonly unwell: boolean;
  readonly base: number;
  readonly gate: Gate;
  /** Ids of the sessions judged since the checkpoint. */
  readonly basis: string[];
};

export function contextOf(
  checkpoint: Checkpoint,
  tail: readonly LogEvent[],
  profile: Profile,
  date: LocalDate,
  texts: Catalogue,
): Context {
  const today = epochDay(date);
  const { state, book, verdicts } = walk(checkpoint, tail, today);
  const pain = book.pain.get(today);
  const pre = pain === undefined ? null : pain.pre;
  const unwell = book.unwell.has(today);
  const base = baseOn(state, book, today);
  const gate = dayGate(pre, base, unwell);
  const basis = verdicts.map((verdict) => verdict.facts.id);
  return { state, book, profile, today, texts, pre, unwell, base, gate, basis };
}
