import { describe, expect, it } from "vitest";
import { baseOn, median, withReference } from "./base.ts";
import { START } from "./blank-state.ts";
import type { Book } from "./book.ts";
import type { State } from "./state.ts";

const DAY = 1000;
const person = (reference: number, more: Partial<State> = {}): State => ({
  ...{ ...START, signUp: DAY - 28, usual: reference, reference },
  ...more,
});

/** Mornings on the days counted back from `DAY`. */
function mornings(values: Record<number, number>): Book {
  const pain = Object.entries(values).map(([back, am]) => [DAY - Number(back), { pre: null, am }] as const);
  return { pain: new Map(pain), marks: new Map(), unwell: new Set(), load: [] };
}

it.each([
  [[], null],
  [[3], 3],
  [[1, 2], 2],
  [[1, 4], 3],
  [[0, 1, 9], 1],
  [[2, 2, 3, 3], 3],
])("the median of %j is %s, halves rounded up", (values, expected) => {
  expect(median(values)).toBe(expected);
});

describe("BASE", () => {
  it("is the reference with fewer than three values", () => {
    expect(baseOn(person(3), mornings({ 1: 0, 2: 0 }), DAY)).toBe(3);
    expect(baseOn(person(3), mornings({ 1: 0, 2: 0, 3: 1 }), DAY)).toBe(0);
  });

  it("looks at the 14 dates before, not at the date itself", () => {
    expect(baseOn(person(3), mornings({ 0: 0, 13: 0, 14: 0 }), DAY)).toBe(3);
    expect(baseOn(person(3), mornings({ 1: 0, 13: 0, 14: 0 }), DAY)).toBe(0);
    expect(baseOn(person(3), mornings({ 1: 0, 13: 0, 15: 0 }), DAY)).toBe(3);
  });

  it("is never more than one above the reference, and never above 5", () => {
    const sore = mornings({ 1: 9, 2: 9, 3: 9 });
    expect(baseOn(person(2), sore, DAY)).toBe(3);
    expect(baseOn(person(5), sore, DAY)).toBe(5);
  });

  it("takes the higher of PRE and AM of a date", () => {
    const book = mornings({ 1: 1, 2: 1, 3: 1 });
    for (const [day, { am }] of book.pain) book.pain.set(day, { pre: 3, am });
    expect(baseOn(person(3), book, DAY)).toBe(3);
  });
});

describe("the reference", () => {
  const low = { 1: 1, 2: 1, 28: 1 };

  it("falls by one on the 28-day grid where the median of three values is lower", () => {
    expect(withReference(person(3), mornings(low), DAY - 1, null).reference).toBe(3);
    expect(withReference(person(3), mornings(low), DAY, null).reference).toBe(2);
    expect(withReference(person(3), mornings({ 1: 1, 2: 1, 29: 1 }), DAY, null).reference).toBe(3);
    expect(withReference(person(1), mornings(low), DAY, null).reference).toBe(1);
  });

  it("never falls more than two below usual pain, nor below 0", () => {
    expect(withReference(person(2, { usual: 4 }), mornings(low), DAY, null).reference).toBe(2);
    expect(withReference(person(3, { usual: 4 }), mornings(low), DAY, null).reference).toBe(2);
    expect(withReference(person(0, { usual: 1 }), mornings({ 1: 0, 2: 0, 3: 0 }), DAY, null).reference).toBe(0);
  });

  it("starts anew with a newer answer from 0 to 5, keeping the grid", () => {
    const told = withReference(person(2), mornings({}), DAY + 5, 4);
    expect(told).toMatchObject({ usual: 4, reference: 4, signUp: DAY - 28, grid: 1 });
    expect(withReference(person(2), mornings({}), DAY + 5, 6).reference).toBe(2);
  });
});
