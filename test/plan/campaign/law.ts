import type fc from "fast-check";
import { weekOf } from "../../../core/calendar/calendar.ts";
import type { LogEvent } from "../../../core/contract/event.ts";
import type { Decision } from "../../../core/contract/plan.ts";
import type { LocalDate } from "../../../core/contract/primitives.ts";
import { decide } from "../../../core/plan/decide.ts";
import { type Checkpoint, EMPTY_CHECKPOINT } from "../../../core/progress/checkpoint.ts";
import { foldWeek, subjectDate } from "../../../core/progress/fold.ts";
import { profileOf } from "../../../core/progress/profile.ts";

/** What a history breaks, in words; null when it keeps everything. */
export type Broken = string | null;

/** A law that every history keeps. `log` shows a history as a log, to try again with `npx backstride plan`. */
export type Law<T> = {
  readonly name: string;
  readonly histories: fc.Arbitrary<T>;
  readonly broken: (history: T) => Broken;
  readonly log: (history: T) => readonly LogEvent[];
};

export const weeksOf = (events: readonly LogEvent[]): string[] =>
  [...new Set(events.map((event) => weekOf(subjectDate(event))))].sort();

export function folded(events: readonly LogEvent[], weeks: readonly string[]): Checkpoint {
  const own = new Map<string, LogEvent[]>();
  for (const event of events)
    own.set(weekOf(subjectDate(event)), [...(own.get(weekOf(subjectDate(event))) ?? []), event]);
  return weeks.reduce(
    (checkpoint, week) => foldWeek(checkpoint, week, own.get(week) ?? []).checkpoint,
    EMPTY_CHECKPOINT,
  );
}

/** The decision apart from `basis`, which counts from the checkpoint. */
export function planned(
  checkpoint: Checkpoint,
  events: readonly LogEvent[],
  today: LocalDate,
): Omit<Decision, "basis"> {
  const { basis: _, ...decision } = decide(checkpoint, events, profileOf(checkpoint, events), today);
  return decision;
}

/** The latest date that a log tells about. */
export const lastDate = (events: readonly LogEvent[]): LocalDate =>
  events.map(subjectDate).sort().pop() ?? "2026-01-01";
