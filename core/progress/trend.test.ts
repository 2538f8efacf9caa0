import { describe, expect, it } from "vitest";
import type { Book } from "./book.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { drifts, riseOf, rises, trendAt } from "./trend.ts";

const DAY = 1000;
const { hold, step } = THRESHOLDS.trend;

/** Mornings of the last seven days and of the seven before, latest first; null: none given. */
function book(last: (number | null)[], before: (number | null)[]): Book {
  const pain = new Map<number, { pre: null; am: number | null }>();
  for (const [index, am] of last.entries()) pain.set(DAY - index, { pre: null, am });
  for (const [index, am] of before.entries()) pain.set(DAY - 7 - index, { pre: null, am });
  return { pain, marks: new Map(), unwell: new Set(), load: [] };
}

const week = (am: number, days = 7): number[] => Array(days).fill(am);
const trend = (last: (number | null)[], before: (number | null)[]) => trendAt(book(last, before), DAY);

describe("the trend of mornings", () => {
  it("forbids moving up from a rise of 1, with two values each and a mean of 2", () => {
    expect(rises(trend([2, 2], [1, 1]), hold)).toBe(true);
    expect(rises(trend([2, 2], [1, 2]), hold)).toBe(false);
    expect(rises(trend([2], [1, 1]), hold)).toBe(false);
    expect(rises(trend([2, 2], [1]), hold)).toBe(false);
    expect(rises(trend([1, 2], [0, 0]), hold)).toBe(false);
    expect(rises(trend(week(2), [2, ...week(1, 6)]), hold)).toBe(false);
    expect(rises(trend([1, ...week(2, 6)], week(0)), hold)).toBe(false);
  });

  it("steps back from a rise of 2, with three values each and a mean of 3", () => {
    expect(rises(trend([3, 3, 3], [1, 1, 1]), step)).toBe(true);
    expect(rises(trend([3, 3, 3], [1, 1, 2]), step)).toBe(false);
    expect(rises(trend([3, 3], [1, 1, 1]), step)).toBe(false);
    expect(rises(trend([2, 3, 3], [0, 0, 0]), step)).toBe(false);
    expect(rises(trend(week(3), [2, ...week(1, 6)]), step)).toBe(false);
    expect(rises(trend([2, ...week(3, 6)], week(0)), step)).toBe(false);
  });

  it("looks at seven and seven dates exactly", () => {
    const old = trend([null, null, null, null, null, null, 4], [1, null, null, null, null, null, 2, 9]);
    expect(old).toEqual({ lastCount: 1, lastSum: 4, beforeCount: 2, beforeSum: 3 });
    expect(riseOf(old)).toBe(2.5);
  });
});

it("drifts from 1.5 above the reference and a mean of 3, with two values", () => {
  expect(drifts(trend([4, 3], []), 2)).toBe(true);
  expect(drifts(trend([3, 3], []), 2)).toBe(false);
  expect(drifts(trend([3, 3], []), 1)).toBe(true);
  expect(drifts(trend([3, 2], []), 0)).toBe(false);
  expect(drifts(trend([...week(4, 3), ...week(3, 4)], []), 2)).toBe(false);
  expect(drifts(trend([2, ...week(3, 6)], []), 0)).toBe(false);
  expect(drifts(trend([4], []), 1)).toBe(false);
});
