import * as v from "valibot";
import { HistoryItem } from "./api.ts";
import { Level, LocalDate, Score, whole } from "./primitives.ts";

const score = v.nullable(Score);
/** At most one for each date. */
const scores = v.array(Score);
const count = whole(0, 1_000_000);

/**
 * What the plan had for a date, told from what was known on it. `done`, `eased` and `extra`: there was a session, as planned,
 * easier than planned, or on a date without one; `missed`: there was none; `rest` and `paused`: none was to be; `planned`: still to come.
 */
export const DayMark = v.picklist(["done", "eased", "extra", "missed", "rest", "paused", "planned"]);

/** One local date of which there is something to say. */
export const Day = v.strictObject({
  date: LocalDate,
  mark: v.nullable(DayMark),
  /** The level that was planned. */
  level: v.nullable(Level),
  /** The highest score that was told of the date, back or leg, whenever it was asked; and the one of its morning check-in. */
  worst: score,
  morning: score,
  stiffness: score,
  energy: score,
  items: v.array(HistoryItem),
  /** The level that the next session would have if it were moved here; null: the rules leave no room for it. */
  movable: v.nullable(Level),
});

/** Query of `GET /v1/days`: local dates, both included, at most 400 of them. */
export const DaysQuery = v.strictObject({ from: LocalDate, to: LocalDate });

/** Oldest first; dates without anything are left out. */
export const DaysAnswer = v.strictObject({ today: LocalDate, days: v.array(Day) });

/**
 * One ISO week; one that lies in two months comes as two, so that months and years add up to the day. Seconds are exact, so that
 * whoever sums them up rounds once. `pain` holds the worst of each date that tells one (as `Day` has it).
 */
export const Week = v.strictObject({
  /** Its Monday, or the first of a month in it. */
  from: LocalDate,
  days: whole(1, 7),
  sessions: count,
  /** In motion, the exercises not counted. */
  activeS: count,
  runS: count,
  varietyMinutes: count,
  /** The level at its end, and the sessions a week that were wished for; null before they were told. */
  level: v.nullable(Level),
  target: v.nullable(whole(1, 5)),
  pain: scores,
  morning: scores,
  stiffness: scores,
  energy: scores,
});

/** An answered questionnaire. RMDQ: how many of 24 apply; PSFS: the mean of its activities, 0 unable to 10 as before. */
export const Answered = v.strictObject({
  date: LocalDate,
  kind: v.picklist(["rmdq", "psfs"]),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(24)),
  activities: v.array(v.string()),
});

/** Query of `GET /v1/weeks`: local dates, both included, at most ten years; from the first week on when `from` is left out. */
export const WeeksQuery = v.strictObject({ from: v.optional(LocalDate), to: v.optional(LocalDate) });

/** Oldest first; weeks without anything are left out. */
export const WeeksAnswer = v.strictObject({ weeks: v.array(Week), questionnaires: v.array(Answered) });

export type DayMark = v.InferOutput<typeof DayMark>;
export type Day = v.InferOutput<typeof Day>;
export type DaysAnswer = v.InferOutput<typeof DaysAnswer>;
export type Week = v.InferOutput<typeof Week>;
export type Answered = v.InferOutput<typeof Answered>;
export type WeeksAnswer = v.InferOutput<typeof WeeksAnswer>;
