import type { EpochDay } from "../calendar/calendar.ts";
import { boutSeconds, runSeconds } from "../ladder/ladder.ts";
import { withReference } from "./base.ts";
import { type Book, writeLoad } from "./book.ts";
import type { ChoiceFacts, DayFacts, Item } from "./facts.ts";
import { judge, type Verdict } from "./judge.ts";
import { withAnswered } from "./questionnaires.ts";
import { withHoldAnswered, withHoldAtDawn } from "./red-hold.ts";
import {
  restartLevel,
  withClearance,
  withDayTriggers,
  withQuietMornings,
  withScreening,
  withWeeklyChecks,
} from "./refer.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

export type FoldedDay = { readonly state: State; readonly verdicts: readonly Verdict[] };

/**
 * Folds one local date: first what holds for the whole date (usual pain, limits, checks, PRE and AM), then its entries in order.
 * @param next the following date, whose morning belongs to the first session of this one; undefined: nothing known of it
 */
export function foldDay(
  state: State,
  book: Book,
  day: EpochDay,
  facts: DayFacts,
  next: DayFacts | undefined,
): FoldedDay {
  let folded = atDawn(state, book, day, facts);
  const verdicts: Verdict[] = [];
  for (const item of facts.items) {
    if (item.t !== "s") {
      folded = withItem(folded, day, item);
      continue;
    }
    const reference = withReference(folded, book, day + 1, next === undefined ? null : next.usual).reference;
    const am = next === undefined || verdicts.length > 0 ? null : next.am;
    const verdict = judge(folded, book, day, item, { am, reference });
    verdicts.push(verdict);
    folded = verdict.after;
  }
  return { state: folded, verdicts };
}

/** What time alone does by a date: the reference and the weekly checks go on without an entry. As often as wanted. */
export function withTimePassed(state: State, book: Book, day: EpochDay): State {
  return withWeeklyChecks(withReference(state, book, day, null), book, day);
}

function atDawn(state: State, book: Book, day: EpochDay, facts: DayFacts): State {
  let next = state.signUp === null ? { ...state, signUp: day } : state;
  if (facts.placement !== null) next = withPlacement(next, book, day, facts.placement);
  next = withReference(next, book, day, facts.usual);
  if (facts.ceiling !== undefined) next = { ...next, ceiling: facts.ceiling };
  if (facts.optIn !== undefined) next = { ...next, optIn: facts.optIn };
  next = withWeeklyChecks(next, book, day);
  next = withQuietMornings(next, book, day);
  next = withAnswered(withDayTriggers(next, book, day, facts), day, facts);
  next = withHoldAtDawn(next, book, day, facts);
  return facts.score === null || facts.score === next.latestScore ? next : { ...next, latestScore: facts.score };
}

/**
 * The self-report counts as a completed session of its level on the day before sign-up. It may be corrected until the first
 * ladder session; after that only sessions move the level.
 */
function withPlacement(state: State, book: Book, day: EpochDay, told: number): State {
  if (state.played) return { ...state, placed: true };
  const level = state.restarted ? restartLevel(told, false) : told;
  const first = state.placed && state.signUp !== null ? state.signUp : day;
  book.load = [];
  writeLoad(book, first - 1, runSeconds(level), boutSeconds(level));
  const placed: State = {
    ...{ ...state, placed: true, signUp: first, level },
    gap: { since: first - 1, level },
    trial: level > THRESHOLDS.trialLevel,
  };
  if (state.placed) return placed;
  const reference = state.usual === null ? 0 : state.usual;
  return { ...placed, reference, grid: 0, checks: 0, checkBad: false };
}

function withItem(state: State, day: EpochDay, item: Exclude<Item, { t: "s" }>): State {
  if (item.t === "c") return withClearance(state, day, item);
  if (item.t === "p") return withChoice(state, item);
  return withHoldAnswered(withScreening(state, day, item), item);
}

/** Choices add up until the next session; the lowest level asked for and the last date count. */
function withChoice(state: State, item: ChoiceFacts): State {
  const before = state.choice === null ? { easier: 0, level: null, moveTo: null } : state.choice;
  const level = before.level === null || (item.level !== null && item.level < before.level) ? item.level : before.level;
  const moveTo = item.moveTo === null ? before.moveTo : item.moveTo;
  return { ...state, choice: { easier: before.easier + item.easier, level, moveTo } };
}
