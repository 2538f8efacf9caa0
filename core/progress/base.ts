import type { EpochDay } from "../calendar/calendar.ts";
import { type Book, between, dailyPain } from "./book.ts";
import { pointsWithData } from "./grid.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** The middle value; of an even count the mean of the two in the middle, rounded half up. Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : Math.floor((low + high) / 2 + 0.5);
}

/** BASE of a date (plan-rules §2, 12.3): what is usual lately, from the 14 days before it. */
export function baseOn(state: State, book: Book, day: EpochDay): number {
  const { days, minValues, aboveReference, max } = THRESHOLDS.base;
  const values = between(day - days, day - 1, (date) => dailyPain(book, date));
  const recent = values.length >= minValues ? median(values) : null;
  return Math.min(recent === null ? state.reference : recent, state.reference + aboveReference, max);
}

/**
 * Moves the reference along its 28-day grid up to `day` (12.3): it falls by one where the 28-day median is lower, by two in all.
 * A newer answer for usual pain on `day` starts it anew from there, and with it the time until it is asked for again.
 */
export function withReference(state: State, book: Book, day: EpochDay, usual: number | null): State {
  const moved = alongGrid(state, book, day);
  if (usual === null || usual > THRESHOLDS.reference.maxUsualPain) return moved;
  return { ...moved, usual, reference: usual, driftSince: moved.driftSince === null ? null : day };
}

function alongGrid(state: State, book: Book, day: EpochDay): State {
  if (state.signUp === null) return state;
  const { everyDays, minValues, maxFall } = THRESHOLDS.reference;
  const grid = { start: state.signUp, everyDays, reachDays: everyDays };
  const due = Math.floor((day - state.signUp) / everyDays);
  if (due <= state.grid) return state;
  const floor = Math.max(0, (state.usual === null ? 0 : state.usual) - maxFall);
  let reference = state.reference;
  for (const point of pointsWithData(grid, state.grid, due, book.pain.keys())) {
    const end = state.signUp + everyDays * point;
    const values = between(end - everyDays, end - 1, (date) => dailyPain(book, date));
    const lower = values.length >= minValues ? median(values) : null;
    if (lower !== null && lower < reference) reference = Math.max(floor, reference - 1);
  }
  return { ...state, reference, grid: due };
}
