import type { EpochDay } from "../calendar/calendar.ts";
import type { Colour } from "../contract/api.ts";
import type { FiredRule } from "../contract/plan.ts";
import { FIRST_RUN_LEVEL } from "../ladder/ladder.ts";
import { baseOn } from "./base.ts";
import { type Book, type Mark, writeLoad, writeMark } from "./book.ts";
import { withClip } from "./clip.ts";
import { colourOf } from "./colour.ts";
import type { SessionFacts } from "./facts.ts";
import { withGap } from "./gap.ts";
import { greensAfter } from "./growth.ts";
import { isLost, withLevel } from "./level.ts";
import { withScreeningLock } from "./refer.ts";
import { fired } from "./rules.ts";
import { isDone, loadOf, seenAt } from "./seen.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { drifts, riseOf, rises, trendAt } from "./trend.ts";
import { type Update, updated } from "./update.ts";

/** A session as the rules judged it. */
export type Verdict = {
  readonly facts: SessionFacts;
  readonly day: EpochDay;
  readonly colour: Colour;
  readonly rules: readonly FiredRule[];
  readonly before: State;
  readonly after: State;
};

/** `am`: the morning after, null when not known (yet) or not this session's. `reference`: the one on that morning's date. */
export type Morning = { readonly am: number | null; readonly reference: number };

/** Judges one session (plan-rules 12.2–12.8): gap, clip, colour, update, trend, in this order. Writes its load in the book. */
export function judge(state: State, book: Book, day: EpochDay, facts: SessionFacts, after: Morning): Verdict {
  const before = withClip(withGap(state, day), book, day);
  const base = baseOn(before, book, day);
  const gatePre = book.pain.get(day)?.pre ?? facts.pre;
  const seen = seenAt(before, facts, { base, am: after.am, gatePre });
  const { colour, rules } = colourOf(seen);
  const load = loadOf(seen, facts);
  writeLoad(book, day, load.run, load.bout);
  writeMark(book, day, markOf(before, facts, day, isDone(seen)));
  const occasion = { day, base, reference: after.reference, facts };
  const update = withTrend(updated(before, book, colour, occasion), before, book, day, after);
  const flagged = facts.flag
    ? withScreeningLock(update.state, day, { kind: "E", yes: [], at: facts.at })
    : update.state;
  const settled = settledState(flagged, before, facts, day, colour);
  const all = [...rules, ...update.rules];
  const last = { day, colour, outcome: update.outcome, rules: all };
  const final = speaks(state, day, colour) ? { ...settled, last } : settled;
  return { facts, day, colour, rules: all, before, after: final };
}

/** A further session of a date can only be worse than the first (12.2): one that is not leaves the word to the first. */
function speaks({ last }: State, day: EpochDay, colour: Colour): boolean {
  return colour !== "NEUTRAL" || last === null || last.day !== day;
}

/** The step back of a steep trend (12.8), taken with the session's own morning, unless that session stepped back already. */
function withTrend(update: Update, before: State, book: Book, day: EpochDay, { am, reference }: Morning): Update {
  if (am === null) return update;
  const at = day + 1;
  const trend = trendAt(book, at);
  const state = { ...update.state, driftSince: driftSince(before, drifts(trend, reference), at) };
  const { step, pauseDays } = THRESHOLDS.trend;
  const recent = state.trendStepAt !== null && at - state.trendStepAt < pauseDays;
  const stepped = update.outcome === "step-back-1" || update.outcome === "step-back-2";
  if (stepped || recent || !rises(trend, step)) return { ...update, state };
  const back = { ...withLevel(state, state.level - 1, day), streak: 0, trendStepAt: at };
  const rule = fired("T.step", { rise: riseOf(trend), from: state.level, to: back.level });
  return { state: back, outcome: "step-back-1", rules: [rule, ...update.rules] };
}

function driftSince(state: State, drifting: boolean, at: EpochDay): EpochDay | null {
  if (!drifting) return null;
  return state.driftSince === null ? at : state.driftSince;
}

/** What every judged session leaves behind, whatever its colour. */
function settledState(state: State, before: State, facts: SessionFacts, day: EpochDay, colour: Colour): State {
  const alive = before.level <= FIRST_RUN_LEVEL || facts.ran > 0;
  const { count, maxLevel } = THRESHOLDS.lowAmbers;
  const low = before.level <= maxLevel && (colour === "AMBER" || colour === "NEUTRAL");
  return {
    ...state,
    played: true,
    choice: null,
    greens: greensAfter(before, day, colour),
    gap: alive ? { since: day, level: state.level } : state.gap,
    stuck: colour === "NEUTRAL" || colour === "AMBER" ? before.stuck + 1 : 0,
    lowAmbers: low ? Math.min(count, before.lowAmbers + (colour === "AMBER" ? 1 : 0)) : 0,
  };
}

/** A walk is one in place of a run also when running was lost lately: it keeps the spacing of runs (12.12). */
function markOf(before: State, facts: SessionFacts, day: EpochDay, done: boolean): Mark {
  if (facts.ran > 0) return done ? "R" : "r";
  if (before.level >= FIRST_RUN_LEVEL || isLost(before, day)) return done ? "E" : "e";
  return done ? "W" : "w";
}
