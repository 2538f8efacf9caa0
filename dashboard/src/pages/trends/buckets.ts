import { addDays, epochDay, localDateOf, weekday } from "../../../../core/calendar/calendar.ts";
import type { Answered, Day, Week } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";

export type By = "weeks" | "months" | "years";
export const BYS: readonly By[] = ["weeks", "months", "years"];

/** A stretch of time as the charts show it: sums, means of weeks, and the level at its end. */
export type Bucket = {
  readonly from: LocalDate;
  readonly sessions: number;
  readonly target: number | null;
  readonly minutes: number;
  readonly runMinutes: number;
  readonly varietyMinutes: number;
  readonly level: number | null;
  readonly low: number | null;
  readonly pain: number | null;
  readonly high: number | null;
  readonly morning: number | null;
  readonly stiffness: number | null;
  readonly energy: number | null;
  readonly rmdq: number | null;
  readonly psfs: number | null;
};

/** Half a year of weeks, two years of months, everything by years. */
const SHOWN: Readonly<Record<By, number>> = { weeks: 26, months: 24, years: 400 };

/** The first date of the stretch that a date lies in. */
function beginOf(date: LocalDate, by: By): LocalDate {
  if (by === "weeks") return addDays(date, 1 - weekday(date));
  return by === "months" ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`;
}

function nextOf(from: LocalDate, by: By): LocalDate {
  const step = { weeks: 7, months: 31, years: 366 }[by];
  return by === "weeks" ? addDays(from, step) : beginOf(addDays(from, step), by);
}

/** Things by the stretch that their date lies in. */
function grouped<T>(
  things: readonly T[],
  by: By,
  dateOf: (thing: T) => LocalDate,
): ReadonlyMap<LocalDate, readonly T[]> {
  const groups = new Map<LocalDate, T[]>();
  for (const thing of things) {
    const begin = beginOf(dateOf(thing), by);
    const group = groups.get(begin);
    if (group === undefined) groups.set(begin, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** The stretches up to today without a hole, oldest first. A week belongs to the month and year of its Thursday. */
export function bucketsOf(
  weeks: readonly Week[],
  answered: readonly Answered[],
  { by, today }: { readonly by: By; readonly today: LocalDate },
): Bucket[] {
  const inStretch = grouped(weeks, by, ({ monday }) => addDays(monday, 3));
  const told = grouped(answered, by, ({ date }) => date);
  const [first] = inStretch.keys();
  if (first === undefined) return [];
  const buckets: Bucket[] = [];
  for (let from = first; from <= today; from = nextOf(from, by)) {
    buckets.push(bucketOf(from, inStretch.get(from) ?? [], told.get(from) ?? [], buckets.at(-1)?.level ?? null));
  }
  return buckets.slice(-SHOWN[by]);
}

function bucketOf(from: LocalDate, weeks: readonly Week[], told: readonly Answered[], before: number | null): Bucket {
  const sum = (read: (week: Week) => number) => weeks.reduce((total, week) => total + read(week), 0);
  const known = (read: (week: Week) => number | null | undefined) =>
    weeks.flatMap((week) => {
      const value = read(week);
      return value == null ? [] : [value];
    });
  const lows = known(({ pain }) => pain?.low);
  const highs = known(({ pain }) => pain?.high);
  const targets = known(({ target }) => target);
  return {
    from,
    sessions: sum(({ sessions }) => sessions),
    target: targets.length === 0 ? null : targets.reduce((a, b) => a + b, 0),
    minutes: sum(({ minutes }) => minutes),
    runMinutes: sum(({ runMinutes }) => runMinutes),
    varietyMinutes: sum(({ varietyMinutes }) => varietyMinutes),
    level: known(({ level }) => level).at(-1) ?? before,
    low: lows.length === 0 ? null : Math.min(...lows),
    pain: meanOf(known(({ pain }) => pain?.middle)),
    high: highs.length === 0 ? null : Math.max(...highs),
    morning: meanOf(known(({ morning }) => morning)),
    stiffness: meanOf(known(({ stiffness }) => stiffness)),
    energy: meanOf(known(({ energy }) => energy)),
    rmdq: told.findLast(({ kind }) => kind === "rmdq")?.score ?? null,
    psfs: told.findLast(({ kind }) => kind === "psfs")?.score ?? null,
  };
}

export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.round((10 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 10;
}

const ENDS = 4;

/** The mean of the first few values and of the last few; null with fewer than two. */
export function fromTo(values: readonly (number | null)[]): { readonly from: number; readonly to: number } | null {
  const known = values.filter((value) => value !== null);
  const take = Math.min(ENDS, Math.floor(known.length / 2));
  const [from, to] = [meanOf(known.slice(0, take)), meanOf(known.slice(known.length - take))];
  return take === 0 || from === null || to === null ? null : { from, to };
}

/** A session with the morning after it. */
export type Lag = { readonly date: LocalDate; readonly runMinutes: number; readonly morning: number | null };
export type Lags = { readonly sessions: readonly Lag[]; readonly after: number | null; readonly other: number | null };

/** Sessions beside the morning of the next local date, and what other mornings were like. */
export function lagsOf(days: readonly Day[]): Lags {
  const mornings = new Map<number, number>(
    days.flatMap(({ date, morning }) => (morning === null ? [] : [[epochDay(date), morning] as const])),
  );
  const outings = days.filter(({ items }) => items.some(({ kind }) => kind === "session"));
  const sessions = outings.map(({ date, items }) => ({
    date,
    runMinutes: Math.round(items.reduce((sum, { runS }) => sum + runS, 0) / 6) / 10,
    morning: mornings.get(epochDay(date) + 1) ?? null,
  }));
  const next = new Set(outings.map(({ date }) => localDateOf(epochDay(date) + 1)));
  const others = days.flatMap(({ date, morning }) => (morning === null || next.has(date) ? [] : [morning]));
  const after = sessions.flatMap(({ morning }) => (morning === null ? [] : [morning]));
  return { sessions, after: meanOf(after), other: meanOf(others) };
}

/** The highest score of the week before this one, Monday to Sunday; null without any. */
export function worstOfLastWeek(days: readonly Day[], today: LocalDate): number | null {
  const monday = beginOf(today, "weeks");
  const worst = days.flatMap(({ date, worst: score }) =>
    score !== null && date < monday && date >= addDays(monday, -7) ? [score] : [],
  );
  return worst.length === 0 ? null : Math.max(...worst);
}
