import * as v from "valibot";
import { Colour } from "../contract/api.ts";
import { FiredRule } from "../contract/plan.ts";
import { Level, Score, whole } from "../contract/primitives.ts";

const Day = v.pipe(v.number(), v.integer());
const OptionalDay = v.nullable(Day);
const LevelOnDay = v.tuple([Day, Level]);
const Count = whole(0, 1_000_000);

/** A stop on running. A screening lock and a pain lock can hold at once; each has its own way out. */
export const Lock = v.strictObject({
  since: Day,
  screening: v.nullable(v.picklist(["E", "U", "C"])),
  /** Numbers of the questions answered "yes". */
  questions: v.array(whole(1, 16)),
  /** Date of the latest trigger by pain (REST & REFER). */
  painSince: OptionalDay,
  /** REDs alone caused it. */
  byReds: v.boolean(),
  /** Quiet mornings in a row since `painSince`, at most three, and the date of the latest. */
  quiet: whole(0, 3),
  quietOn: OptionalDay,
  /** Unix ms of the latest trigger: a "cleared" given before it lifts nothing, whatever local date it carries. */
  at: v.optional(v.pipe(v.number(), v.integer())),
});

/** How the latest session left the ladder. */
export const Outcome = v.picklist(["progress", "hold", "step-back-1", "step-back-2"]);

/** The latest judged session: what it was, what it did, and the rules that said so. */
export const LastJudged = v.strictObject({
  day: Day,
  colour: Colour,
  outcome: Outcome,
  rules: v.array(FiredRule),
});

/** Everything the rules remember (plan-rules 12.1). Days are epoch days; null: never, not known. */
export const State = v.strictObject({
  signUp: OptionalDay,
  placed: v.boolean(),
  played: v.boolean(),
  restarted: v.boolean(),
  level: Level,
  streak: Count,
  ambers: Count,
  /** Sessions in a row judged NEUTRAL or AMBER; AMBERs in a row at the lowest levels. */
  stuck: Count,
  lowAmbers: Count,
  gap: v.nullable(v.strictObject({ since: Day, level: Level })),
  stepBacks: v.array(LevelOnDay),
  reds: v.array(Day),
  ups: v.array(LevelOnDay),
  trendStepAt: OptionalDay,
  redHold: v.nullable(v.strictObject({ since: Day, quiet: v.boolean(), answered: v.boolean() })),
  /** Date of the latest RED session, and the minutes from its midnight to the session's end. */
  redEnd: v.nullable(v.tuple([Day, whole(0, 2879)])),
  /** Date on which the level last fell from running to walking. */
  lostOn: OptionalDay,
  trial: v.boolean(),
  lock: v.nullable(Lock),
  usual: v.nullable(Score),
  reference: whole(0, 5),
  /** Points of the 28-day grid and of the 7-day grid that have been looked at; whether the latest weekly check was bad. */
  grid: Count,
  checks: Count,
  checkBad: v.boolean(),
  /** Dates in a row with PRE of 6 or more. */
  highBefore: Count,
  rmdq: v.nullable(whole(0, 240)),
  /** Dates of the latest answers to the questionnaires. */
  rmdqOn: v.optional(Day),
  psfsOn: v.optional(Day),
  driftSince: OptionalDay,
  latestScore: v.nullable(Score),
  ceiling: v.nullable(Level),
  optIn: v.boolean(),
  choice: v.nullable(v.strictObject({ easier: Count, level: v.nullable(Level), moveTo: OptionalDay })),
  /** Bit n − 1: question n was answered; dates on which all sixteen, and on which 1–8, were last answered. */
  asked: whole(0, 65_535),
  allOn: OptionalDay,
  eightOn: OptionalDay,
  /** After a pause beyond 90 days all questions are asked anew before running. */
  anew: v.boolean(),
  minor: v.boolean(),
  /** Completed GREEN sessions that the exercises grew by; whether question 8 (fragile bones) was ever answered "yes". */
  greens: v.optional(Count),
  brittle: v.optional(v.boolean()),
  last: v.nullable(LastJudged),
});

export type State = v.InferOutput<typeof State>;
export type Lock = v.InferOutput<typeof Lock>;
export type Outcome = v.InferOutput<typeof Outcome>;
export type LastJudged = v.InferOutput<typeof LastJudged>;
