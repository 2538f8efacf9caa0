import * as v from "valibot";
import { HistoryItem } from "./api.ts";
import { Level, LocalDate, Score, whole } from "./primitives.ts";

const score = v.nullable(Score);
const mean = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10)));
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
  /** The highest score of the date, back or leg, and the one of its morning check-in. */
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

/** One ISO week. Pain is *daily pain*: the highest score before sessions and of the morning. */
export const Week = v.strictObject({
  monday: LocalDate,
  sessions: count,
  minutes: count,
  runMinutes: count,
  varietyMinutes: count,
  /** The level at its end, and the sessions a week that were wished for; null before they were told. */
  level: v.nullable(Level),
  target: v.nullable(whole(1, 5)),
  pain: v.nullable(v.strictObject({ low: Score, middle: v.number(), high: Score })),
  morning: mean,
  stiffness: mean,
  energy: mean,
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
