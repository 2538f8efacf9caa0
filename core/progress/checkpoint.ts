import * as v from "valibot";
import { whole } from "../contract/primitives.ts";
import { CuePreferences, ProfileChange } from "../contract/profile.ts";
import { ChoiceFacts, ClearFacts, DayFacts, ScreenFacts, SessionFacts } from "./facts.ts";
import { State } from "./state.ts";

const Day = v.pipe(v.number(), v.integer());

/** Facts of a date without the members that say nothing (see sparse.ts). */
export const SparseItem = v.variant("t", [
  v.strictObject({ ...v.partial(SessionFacts).entries, t: SessionFacts.entries.t }),
  v.strictObject({ ...v.partial(ScreenFacts).entries, t: ScreenFacts.entries.t }),
  v.strictObject({ ...v.partial(ClearFacts).entries, t: ClearFacts.entries.t }),
  v.strictObject({ ...v.partial(ChoiceFacts).entries, t: ChoiceFacts.entries.t }),
]);
export const SparseDay = v.strictObject({ ...v.partial(DayFacts).entries, items: v.optional(v.array(SparseItem)) });

/** A profile whose cue preferences are packed (see cue-code.ts); those of older checkpoints are not. */
export const PackedProfile = v.strictObject({
  ...ProfileChange.entries,
  cues: v.optional(v.union([v.pipe(v.string(), v.regex(/^([lnsLNS][0-9A]|\.\.)*$/)), CuePreferences])),
});

/**
 * The fold of a person's log up to the end of an ISO week, with the windows that the rules look back on; at most 3 KB as JSON.
 * `state`, `diary` and `load` end with the week's Saturday: the Sunday stays `open`, because its morning after lies in the next week.
 */
export const Checkpoint = v.strictObject({
  v: v.literal(1),
  /** The last week folded in, such as `2026-W47`; null before the first. */
  week: v.nullable(v.string()),
  /** Everything said about the person up to the end of the week, the Sunday included. */
  profile: PackedProfile,
  /** Without the members that are as before anything was known. */
  state: v.partial(State),
  /** Three characters a day from `from` on: highest PRE and unwell or not, highest AM, ladder session (see book.ts). */
  diary: v.strictObject({ from: Day, days: v.string() }),
  /** `[day, run s, longest bout s]` that count for invariants 1 and 2. */
  load: v.array(v.tuple([Day, whole(0, 10_000), whole(0, 10_000)])),
  open: v.nullable(SparseDay),
});

/** Sums of one week, or of several. `activeS` counts every step of every session but the exercises. */
export const Totals = v.strictObject({
  sessions: whole(0, 1_000_000),
  activeS: whole(0, 1_000_000_000),
  runS: whole(0, 1_000_000_000),
  variety: whole(0, 1_000_000),
  varietyMin: whole(0, 100_000_000),
});

export type SparseItem = v.InferOutput<typeof SparseItem>;
export type SparseDay = v.InferOutput<typeof SparseDay>;
export type Checkpoint = v.InferOutput<typeof Checkpoint>;
export type Totals = v.InferOutput<typeof Totals>;

/** The fold of nothing. */
export const EMPTY_CHECKPOINT: Checkpoint = {
  v: 1,
  week: null,
  profile: {},
  state: {},
  diary: { from: 0, days: "" },
  load: [],
  open: null,
};
