import { addDays, weekday } from "../../../../core/calendar/calendar.ts";
import type { Day } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";

/** Weeks of seven cells from Monday on; null: a date of another month. */
export type Month = { readonly month: string; readonly weeks: readonly (readonly (LocalDate | null)[])[] };

const two = (value: number): string => String(value).padStart(2, "0");

/**
 * The months of a year that have something to show, the latest first: from the first date that something is known of to the week
 * of the last, or to the end of this month; the whole year so far when nothing is known.
 */
export function monthsOf(year: number, today: LocalDate, known: readonly LocalDate[]): Month[] {
  const names = Array.from({ length: 12 }, (_, index) => `${year}-${two(12 - index)}`);
  const from = (known[0] ?? `${year}-01`).slice(0, 7);
  const last = [today, ...known].reduce((one, other) => (one > other ? one : other));
  const shown = names.filter((month) => month >= from && month <= last.slice(0, 7));
  const isShown = (date: LocalDate | null) => date !== null && (date.slice(0, 7) <= today || date <= last);
  return shown.map((month) => ({ month, weeks: weeksOf(month).filter((week) => week.some(isShown)) }));
}

/** The months with this one first, then what is planned, then backwards: what is now comes into view first. */
export function nowFirst(months: readonly Month[], today: LocalDate): readonly Month[] {
  const ahead = months.filter(({ month }) => month > today);
  const [now, ...before] = months.slice(ahead.length);
  return now === undefined ? months : [now, ...ahead.reverse(), ...before];
}

function weeksOf(month: string): (LocalDate | null)[][] {
  const first = `${month}-01`;
  const monday = addDays(first, 1 - weekday(first));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = addDays(monday, 7 * week + day);
      return date.startsWith(month) ? date : null;
    }),
  );
  return weeks.filter((week) => week.some((date) => date !== null));
}

/** Where a key leads from a date, within the dates shown; null: the key means nothing here. */
export function moved(date: LocalDate, key: string, span: { readonly from: LocalDate; readonly to: LocalDate }) {
  const to = targetOf(date, key);
  if (to === null) return null;
  if (to < span.from) return span.from;
  return to > span.to ? span.to : to;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function targetOf(date: LocalDate, key: string): LocalDate | null {
  const step = STEPS[key];
  if (step !== undefined) return addDays(date, step);
  if (key === "Home") return addDays(date, 1 - weekday(date));
  if (key === "End") return addDays(date, 7 - weekday(date));
  if (key === "PageUp") return inMonth(date, -1);
  return key === "PageDown" ? inMonth(date, 1) : null;
}

/** The same day of another month, or its last one. */
function inMonth(date: LocalDate, by: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + by;
  const month = `${Math.floor(index / 12)}-${two((index % 12) + 1)}`;
  const days = weeksOf(month)
    .flat()
    .filter((day) => day !== null);
  return days[Math.min(Number(date.slice(8)), days.length) - 1] ?? date;
}

/** Days with a session, and planned days without one. */
export function countsOf(days: readonly Day[]): { readonly done: number; readonly missed: number } {
  const done = days.filter(({ items }) => items.some(({ kind }) => kind === "session")).length;
  return { done, missed: days.filter(({ mark }) => mark === "missed").length };
}
