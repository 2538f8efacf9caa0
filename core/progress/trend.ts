import type { EpochDay } from "../calendar/calendar.ts";
import { type Book, between, morning } from "./book.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** Mornings of the last seven days and of the seven before, counted at an AM date. */
export type Trend = {
  readonly lastCount: number;
  readonly lastSum: number;
  readonly beforeCount: number;
  readonly beforeSum: number;
};

export function trendAt(book: Book, day: EpochDay): Trend {
  const { days } = THRESHOLDS.trend;
  const last = between(day - days + 1, day, (date) => morning(book, date));
  const before = between(day - 2 * days + 1, day - days, (date) => morning(book, date));
  return { lastCount: last.length, lastSum: sum(last), beforeCount: before.length, beforeSum: sum(before) };
}

type Limit = { readonly rise: number; readonly minValues: number; readonly minMean: number };

/** Whether mornings rose by at least `rise` on average. An unknown trend does not rise. Compared without dividing, so exact. */
export function rises(trend: Trend, { rise, minValues, minMean }: Limit): boolean {
  const { lastCount, lastSum, beforeCount, beforeSum } = trend;
  if (lastCount < minValues || beforeCount < minValues) return false;
  if (lastSum < minMean * lastCount) return false;
  return lastSum * beforeCount - beforeSum * lastCount >= rise * lastCount * beforeCount;
}

/** Slow drift: mornings well above the reference, however slowly they came there. */
export function drifts({ lastCount, lastSum }: Trend, reference: number): boolean {
  const { driftRise, driftMean, driftValues } = THRESHOLDS.trend;
  if (lastCount < driftValues) return false;
  return lastSum >= (reference + driftRise) * lastCount && lastSum >= driftMean * lastCount;
}

/** Mean rise rounded to a tenth, for showing. */
export function riseOf({ lastCount, lastSum, beforeCount, beforeSum }: Trend): number | null {
  if (lastCount === 0 || beforeCount === 0) return null;
  return Math.round((lastSum / lastCount - beforeSum / beforeCount) * 10) / 10;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
