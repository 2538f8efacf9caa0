import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linear, minuteMarks, ticks } from "./scale.ts";

describe("a linear scale", () => {
  it("maps both ends and the middle, upside down too", () => {
    const y = linear(80, 160, 200, 0);
    expect([y(80), y(120), y(160)]).toEqual([200, 100, 0]);
  });

  it("puts everything at the start when the range is empty", () => {
    expect(linear(5, 5, 10, 90)(5)).toBe(10);
  });
});

describe("ticks", () => {
  it.each([
    [82, 151, 4, [80, 100, 120, 140, 160]],
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0, 0.7, 4, [0, 0.2, 0.4, 0.6, 0.8]],
    [97, 103, 3, [96, 98, 100, 102, 104]],
  ])("cover %d to %d in round steps", (from, to, count, expected) => {
    expect(ticks(from, to, count)).toEqual(expected);
  });

  it("always rise, cover the range, and never become too many", () => {
    const range = fc.tuple(
      fc.double({ min: 0, max: 250, noNaN: true }),
      fc.double({ min: 0.5, max: 250, noNaN: true }),
    );
    fc.assert(
      fc.property(range, fc.integer({ min: 2, max: 8 }), ([from, width], count) => {
        const marks = ticks(from, from + width, count);
        expect(marks[0] ?? Number.NaN).toBeLessThanOrEqual(from + 1e-6);
        expect(marks.at(-1) ?? Number.NaN).toBeGreaterThanOrEqual(from + width - 1e-6);
        expect(marks.length).toBeLessThanOrEqual(count + 2);
        expect(marks.every((mark, index) => index === 0 || mark > (marks[index - 1] ?? 0))).toBe(true);
      }),
    );
  });
});

describe("minute marks", () => {
  it("use a step that leaves room", () => {
    expect(minuteMarks(28 * 60, 6)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(minuteMarks(5 * 60, 6)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("hold for six hours", () => {
    expect(minuteMarks(6 * 3600, 6)).toEqual([0, 60, 120, 180, 240, 300, 360]);
  });
});
