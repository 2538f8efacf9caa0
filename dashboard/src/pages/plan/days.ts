import { addDays, epochDay, weekday } from "../../../../core/calendar/calendar.ts";
import type { Day, DayMark } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";

/** One line of the two weeks: what is known of a date, and whether a session may yet come to it. */
export type Line = {
  readonly date: LocalDate;
  readonly day: Day | null;
  readonly mark: DayMark | null;
  readonly suits: boolean;
};

type Known = {
  readonly days: readonly Day[];
  readonly chosen: readonly number[];
  readonly next: LocalDate | null;
  /** Time off is being taken, until the next session if there is one. */
  readonly paused: boolean;
};

/** This ISO week and the next. */
export function spanOf(today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = addDays(today, 1 - weekday(today));
  return { from, to: addDays(from, 13) };
}

/** Fourteen lines from Monday on. A chosen weekday after the next session suits: what it brings is not decided yet. */
export function linesOf(today: LocalDate, { days, chosen, next, paused }: Known): Line[] {
  const { from } = spanOf(today);
  return Array.from({ length: 14 }, (_, index) => {
    const date = addDays(from, index);
    const suits = next !== null && date > next && chosen.includes(weekday(date));
    const day = days.find((day) => day.date === date) ?? null;
    const off = paused && date >= today && (next === null || date < next);
    return { date, day, mark: day?.mark ?? (off ? "paused" : null), suits };
  });
}

/** Levels below one, for whoever wants it easier, the nearest first. */
export const levelsBelow = (level: number): number[] => Array.from({ length: level }, (_, index) => level - 1 - index);

/** The first day after so many days off. */
export const backAfter = (today: LocalDate, days: number): LocalDate => addDays(today, days);

export const isAfter = (date: string, today: LocalDate): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && epochDay(date) > epochDay(today);
