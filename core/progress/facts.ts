import * as v from "valibot";
import { Level, Score, whole } from "../contract/primitives.ts";

const score = v.nullable(Score);
const seconds = whole(0, 10_000_000);
/** Unix milliseconds. */
const instant = v.pipe(v.number(), v.integer());

/** What the rules need of one ladder session: scores are the higher of back and leg, times in seconds. */
export const SessionFacts = v.strictObject({
  t: v.literal("s"),
  id: v.string(),
  level: Level,
  pre: score,
  dur: score,
  post: score,
  rpe: score,
  /** New pain, tingling or numbness travelling below the knee. */
  leg: v.boolean(),
  /** Ended before its end because of pain or limping. */
  stop: v.boolean(),
  /** Ended by a red flag, and when that was told. */
  flag: v.boolean(),
  at: v.optional(instant),
  reason: v.nullable(v.picklist(["pain", "effort", "external", "red-flag"])),
  /** Run time towards the prescription: each bout at most its planned time. */
  credit: seconds,
  /** Run time as it was. */
  ran: seconds,
  bout: seconds,
  /** Walking and running between warm-up and cool-down, each step at most its planned time. */
  moved: seconds,
  /** % of run time above 85 % of heart-rate reserve; null when unknown or unreliable. */
  hro: v.nullable(whole(0, 100)),
  /** Minutes from the midnight that began its local date to its end, which may lie on the next date. */
  end: whole(0, 2879),
  worst: score,
});

/** One answer to the safety questions. */
export const ScreenFacts = v.strictObject({
  t: v.literal("q"),
  kind: v.nullable(v.picklist(["E", "U", "C"])),
  yes: v.array(whole(1, 16)),
  /** Bit n − 1 is set when question n was answered. */
  asked: whole(0, 65_535),
  /** 1–8 all answered, all "no". */
  eightNo: v.boolean(),
  /** Under 18, as far as this answer tells. */
  minor: v.nullable(v.boolean()),
  /** When it was answered; only kept with a "yes". */
  at: v.optional(instant),
});

/** A "cleared" answer: whether it may lift a pain lock, whether it may lift a screening lock, and when it was given. */
export const ClearFacts = v.strictObject({
  t: v.literal("c"),
  pain: v.boolean(),
  screening: v.boolean(),
  at: v.optional(instant),
});

/** A choice about the next plan: so many levels down, at most this level, on this date. */
export const ChoiceFacts = v.strictObject({
  t: v.literal("p"),
  easier: whole(0, 1_000_000),
  level: v.nullable(Level),
  moveTo: v.nullable(v.pipe(v.number(), v.integer())),
});

export const Item = v.variant("t", [SessionFacts, ScreenFacts, ClearFacts, ChoiceFacts]);

/** All that one local date says: facts of the whole date, then what happened in order. */
export const DayFacts = v.strictObject({
  pre: score,
  am: score,
  unwell: v.boolean(),
  /** The highest score of any kind given on this date. */
  score,
  usual: score,
  /** The latest sum; of several on the date also the first, and whether one of them rose enough over the one before it. */
  rmdq: v.nullable(whole(0, 240)),
  rmdqFirst: v.optional(whole(0, 240)),
  rmdqRose: v.optional(v.boolean()),
  /** The PSFS was answered. */
  psfs: v.optional(v.boolean()),
  placement: v.nullable(Level),
  ceiling: v.optional(v.nullable(Level)),
  optIn: v.optional(v.boolean()),
  items: v.array(Item),
});

export type SessionFacts = v.InferOutput<typeof SessionFacts>;
export type ScreenFacts = v.InferOutput<typeof ScreenFacts>;
export type ClearFacts = v.InferOutput<typeof ClearFacts>;
export type ChoiceFacts = v.InferOutput<typeof ChoiceFacts>;
export type Item = v.InferOutput<typeof Item>;
export type DayFacts = v.InferOutput<typeof DayFacts>;
