import type { EpochDay } from "../calendar/calendar.ts";
import { baseOn } from "./base.ts";
import { type Book, morning } from "./book.ts";
import type { DayFacts, Item } from "./facts.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

const { quietFromDay, quietRise } = THRESHOLDS.redHold;

/**
 * At the start of a date: whether the hold after a RED ends with it (12.7). It takes a quiet morning two days after or later,
 * and questions 1–8 answered all "no" by that date.
 */
export function withHoldAtDawn(state: State, book: Book, day: EpochDay, facts: DayFacts): State {
  const hold = state.redHold;
  if (hold === null || day <= hold.since) return state;
  const am = morning(book, day);
  const calm = am !== null && day >= hold.since + quietFromDay && am <= baseOn(state, book, day) + quietRise;
  const answered = hold.answered || facts.items.some(isAllNo);
  const quiet = hold.quiet || calm;
  return { ...state, redHold: quiet && answered ? null : { ...hold, quiet, answered } };
}

/** Questions answered on the very date of the RED count when they come after it. */
export function withHoldAnswered(state: State, item: Item): State {
  const hold = state.redHold;
  return hold === null || !isAllNo(item) ? state : { ...state, redHold: { ...hold, answered: true } };
}

function isAllNo(item: Item): boolean {
  return item.t === "q" && item.eightNo;
}
