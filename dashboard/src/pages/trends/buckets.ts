import { addDays, epochDay, localDateOf, weekday } from "../../../../core/calendar/calendar.ts";
import type { Answered, Day, Week } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";

export type By = "weeks" | "months" | "years";
export const BYS: readonly By[] = ["weeks", "months", "years"];

/** A stretch of time as the charts show it: exact sums, the middle and range of its days' pain, means, and the level at its end. */
export type Bucket = {
  /** Its first and its last date. */
  readonly from: LocalDate;
  readonly to: LocalDate;
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

/** The stretches up to today without a hole, oldest first. A week over the end of a month comes in two parts, so each date is in its own. */
export function bucketsOf(
  weeks: readonly Week[],
  answered: readonly Answered[],
  { by, today }: { readonly by: By; readonly today: LocalDate },
): Bucket[] {
  const begins = beginsOf(weeks, { by, today });
  const start = begins[0] ?? today;
  const shown = weeks.filter(({ from }) => from >= start);
  let level = weeks.findLast((part) => part.from < start && part.level !== null)?.level ?? null;
  return begins.map((from) => {
    const last = addDays(nextOf(from, by), -1);
    const isIn = (date: LocalDate) => date >= from && date <= last;
    const parts = shown.filter((part) => isIn(part.from));
    const told = answered.filter(({ date }) => isIn(date));
    const bucket = bucketOf(parts, told, level);
    level = bucket.level;
    return { from, to: last < today ? last : today, ...bucket };
  });
}

/** The first dates of the stretches that are shown. */
function beginsOf(weeks: readonly Week[], { by, today }: { readonly by: By; readonly today: LocalDate }): LocalDate[] {
  const [first] = weeks;
  if (first === undefined) return [];
  const begins: LocalDate[] = [];
  for (let from = beginOf(first.from, by); from <= today; from = nextOf(from, by)) begins.push(from);
  return begins.slice(-SHOWN[by]);
}

function bucketOf(parts: readonly Week[], told: readonly Answered[], before: number | null) {
  const sum = (read: (part: Week) => number) => parts.reduce((total, part) => total + read(part), 0);
  const scores = (name: "pain" | "morning" | "stiffness" | "energy") => parts.flatMap((part) => part[name]);
  const answer = (wanted: Answered["kind"]) => told.findLast(({ kind }) => kind === wanted)?.score ?? null;
  const pain = scores("pain").sort((a, b) => a - b);
  const half = pain.length / 2;
  return {
    sessions: sum((part) => part.sessions),
    target: parts.some((part) => part.target !== null) ? sum((part) => ((part.target ?? 0) * part.days) / 7) : null,
    minutes: sum((part) => part.activeS / 60),
    runMinutes: sum((part) => part.runS / 60),
    varietyMinutes: sum((part) => part.varietyMinutes),
    level: parts.findLast((part) => part.level !== null)?.level ?? before,
    low: pain[0] ?? null,
    pain: meanOf(pain.slice(Math.ceil(half) - 1, Math.floor(half) + 1)),
    high: pain.at(-1) ?? null,
    morning: meanOf(scores("morning")),
    stiffness: meanOf(scores("stiffness")),
    energy: meanOf(scores("energy")),
    rmdq: answer("rmdq"),
    psfs: answer("psfs"),
  };
}

export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.round((10 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 10;
}

const ENDS = 4;

export type Values = readonly (number | null)[];
export type Places = readonly number[];

/** Where the first few values are that are known, and the last few; null with fewer than two. */
export function endsOf(values: Values): readonly [Places, Places] | null {
  const known = values.flatMap((value, at) => (value === null ? [] : [at]));
  const take = Math.min(ENDS, Math.floor(known.length / 2));
  return take === 0 ? null : [known.slice(0, take), known.slice(-take)];
}

/** The mean of the values at some places; what is unknown there counts as nothing. */
export const meanAt = (values: Values, places: Places): number => meanOf(places.map((at) => values[at] ?? 0)) ?? 0;

/** A session with the morning after it. */
export type Lag = { readonly date: LocalDate; readonly runMinutes: number; readonly morning: number | null };
/** `told`: how many of the sessions have a morning after, of which `after` is the mean. */
export type Lags = {
  readonly sessions: readonly Lag[];
  readonly told: number;
  readonly after: number | null;
  readonly other: number | null;
};

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
  return { sessions, told: after.length, after: meanOf(after), other: meanOf(others) };
}

/** The highest score of the week before this one, Monday to Sunday; null without any. */
export function worstOfLastWeek(days: readonly Day[], today: LocalDate) {
  const monday = beginOf(today, "weeks");
  const [from, to] = [addDays(monday, -7), addDays(monday, -1)];
  const told = days.flatMap(({ date, worst }) => (worst !== null && date >= from && date <= to ? [worst] : []));
  return told.length === 0 ? null : { worst: Math.max(...told), from, to };
}
