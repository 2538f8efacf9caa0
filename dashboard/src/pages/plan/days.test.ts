import { describe, expect, it } from "vitest";
import type { Day } from "../../../../core/contract/days.ts";
import { backAfter, isAfter, levelsBelow, linesOf, spanOf } from "./days.ts";

const done: Day = {
  ...{ date: "2026-11-24", mark: "done", level: 6, worst: 2, morning: 1, stiffness: null, energy: null },
  ...{ items: [], movable: null },
};

describe("the two weeks of the plan page", () => {
  it("begin on the Monday of today, also on a Monday and on a Sunday", () => {
    expect(spanOf("2026-11-24")).toEqual({ from: "2026-11-23", to: "2026-12-06" });
    expect(spanOf("2026-11-23").from).toBe("2026-11-23");
    expect(spanOf("2026-11-29").from).toBe("2026-11-23");
  });

  it("hold what is known of a date, and open days only after the next session", () => {
    const lines = linesOf("2026-11-24", { days: [done], chosen: [2, 4, 6], next: "2026-11-26", paused: false });
    expect(lines).toHaveLength(14);
    expect(lines[1]).toEqual({ date: "2026-11-24", day: done, mark: "done", suits: false });
    expect(lines.filter(({ suits }) => suits).map(({ date }) => date)).toEqual([
      ...["2026-11-28", "2026-12-01", "2026-12-03", "2026-12-05"],
    ]);
  });

  it("have nothing open while nothing is planned", () => {
    const known = { days: [], chosen: [1, 2, 3, 4, 5, 6, 7], next: null, paused: false };
    expect(linesOf("2026-11-24", known).some(({ suits }) => suits)).toBe(false);
  });

  it("are time off from today to the day back, or all of them while nobody knows that day; what was done stays done", () => {
    const off = (next: string | null) =>
      linesOf("2026-11-24", { days: [done], chosen: [], next, paused: true }).map(({ mark }) => mark ?? "");
    expect(off("2026-11-27")).toEqual(["", "done", "paused", "paused", ...Array(10).fill("")]);
    expect(off(null)).toEqual(["", "done", ...Array(12).fill("paused")]);
  });
});

it("an easier level is any below, the nearest first; at level 0 there is none", () => {
  expect([levelsBelow(3), levelsBelow(0)]).toEqual([[2, 1, 0], []]);
});

it("a week off ends seven days from today, also over a daylight-saving Sunday", () => {
  expect([backAfter("2026-11-24", 7), backAfter("2026-10-22", 7)]).toEqual(["2026-12-01", "2026-10-29"]);
});

it("a day back must be a day after today", () => {
  const found = ["2026-11-25", "2026-11-24", "", "soon"].map((date) => isAfter(date, "2026-11-24"));
  expect(found).toEqual([true, false, false, false]);
});
