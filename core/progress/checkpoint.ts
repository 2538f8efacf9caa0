import * as v from "valibot";
import { whole } from "../contract/primitives.ts";
import { ProfileChange } from "../contract/profile.ts";
import { DayFacts } from "./facts.ts";
import { START, State } from "./state.ts";

const Day = v.pipe(v.number(), v.integer());

/**
 * The fold of a person's log up to the end of an ISO week, with the windows that the rules look back on; at most 3 KB as JSON.
 * `state`, `diary` and `load` end with the week's Saturday: the Sunday stays `open`, because its morning after lies in the next week.
 */
export const Checkpoint = v.strictObject({
  v: v.literal(1),
  /** The last week folded in, such as `2026-W47`; null before the first. */
  week: v.nullable(v.string()),
  /** Everything said about the person up to the end of the week, the Sunday included. */
  profile: ProfileChange,
  state: State,
  /** Three characters a day from `from` on: highest PRE, highest AM, ladder session (see diary.ts). */
  diary: v.strictObject({ from: Day, days: v.string() }),
  /** `[day, run s, longest bout s]` that count for invariants 1 and 2. */
  load: v.array(v.tuple([Day, whole(0, 10_000), whole(0, 10_000)])),
  open: v.nullable(DayFacts),
});

/** Sums of one week, or of several. `activeS` counts every step of every session. */
export const Totals = v.strictObject({
  sessions: whole(0, 1_000_000),
  activeS: whole(0, 1_000_000_000),
  runS: whole(0, 1_000_000_000),
  variety: whole(0, 1_000_000),
  varietyMin: whole(0, 100_000_000),
});

export type Checkpoint = v.InferOutput<typeof Checkpoint>;
export type Totals = v.InferOutput<typeof Totals>;

/** The fold of nothing. */
export const EMPTY_CHECKPOINT: Checkpoint = {
  v: 1,
  week: null,
  profile: {},
  state: START,
  diary: { from: 0, days: "" },
  load: [],
  open: null,
};
