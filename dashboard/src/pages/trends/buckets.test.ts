import { describe, expect, it } from "vitest";
import type { Day, Week } from "../../../../core/contract/days.ts";
import { bucketsOf, fromTo, lagsOf, worstOfLastWeek } from "./buckets.ts";

const week = (monday: string, more: Partial<Week> = {}): Week => ({
  ...{ monday, sessions: 3, minutes: 80, runMinutes: 6, varietyMinutes: 0, level: 6, target: 3 },
  ...{ pain: { low: 1, middle: 2, high: 4 }, morning: 2, stiffness: null, energy: null },
  ...more,
});
const day = (date: string, morning: number | null, runS = 0): Day => ({
  ...{ date, mark: null, level: null, worst: null, morning, stiffness: null, energy: null, movable: null },
  items:
    runS === 0
      ? []
      : [
          {
            ...{ id: "x", kind: "session", localDate: date, startedAt: "2026-01-01T00:00:00Z", minutes: 26, level: 6 },
            ...{ outcome: "completed", runS, worstPain: 2, colour: null, source: "watch" },
          },
        ],
});

describe("stretches of time", () => {
  it("have no holes: a week off is a week of nothing, at the level before it", () => {
    const weeks = [week("2026-11-02"), week("2026-11-16", { level: 5 })];
    const found = bucketsOf(weeks, [], { by: "weeks", today: "2026-11-24" });
    expect(found.map(({ from, sessions, level }) => [from, sessions, level])).toEqual([
      ["2026-11-02", 3, 6],
      ["2026-11-09", 0, 6],
      ["2026-11-16", 3, 5],
      ["2026-11-23", 0, 5],
    ]);
  });

  it("a week belongs to the month and the year of its Thursday", () => {
    const weeks = [week("2025-12-29"), week("2026-01-26"), week("2026-02-23")];
    const months = bucketsOf(weeks, [], { by: "months", today: "2026-02-28" });
    expect(months.map(({ from, sessions }) => [from, sessions])).toEqual([
      ["2026-01-01", 6],
      ["2026-02-01", 3],
    ]);
    expect(bucketsOf(weeks, [], { by: "years", today: "2026-02-28" }).map(({ from }) => from)).toEqual(["2026-01-01"]);
  });

  it("keep the last answer of a questionnaire, and the widest range of pain", () => {
    const answered = [
      { date: "2026-11-03", kind: "rmdq" as const, score: 9, activities: [] },
      { date: "2026-11-30", kind: "rmdq" as const, score: 6, activities: [] },
    ];
    const weeks = [week("2026-11-02"), week("2026-11-09", { pain: { low: 0, middle: 3, high: 7 } })];
    const [november] = bucketsOf(weeks, answered, { by: "months", today: "2026-11-30" });
    expect(november).toMatchObject({ rmdq: 6, low: 0, pain: 2.5, high: 7, target: 6 });
  });
});

it("a conclusion compares the first few with the last few, and says nothing of one value", () => {
  expect(fromTo([4, null, 4, 2, 2])).toEqual({ from: 4, to: 2 });
  expect([fromTo([3]), fromTo([null, null])]).toEqual([null, null]);
});

it("a session stands beside the morning of the next date, over the end of a month and a daylight-saving night", () => {
  const days = [day("2026-03-28", 1, 120), day("2026-03-29", 4), day("2026-03-31", 2, 150), day("2026-04-01", 3)];
  expect(lagsOf(days)).toEqual({
    sessions: [
      { date: "2026-03-28", runMinutes: 2, morning: 4 },
      { date: "2026-03-31", runMinutes: 2.5, morning: 3 },
    ],
    after: 3.5,
    other: 1.5,
  });
});

it("last week runs from Monday to Sunday, also on a Monday and on a Sunday", () => {
  const scores = { "2026-11-15": 9, "2026-11-16": 3, "2026-11-22": 4, "2026-11-23": 8 };
  const days = Object.entries(scores).map(([date, worst]) => ({ ...day(date, null), worst }));
  expect(["2026-11-22", "2026-11-23", "2026-11-29"].map((today) => worstOfLastWeek(days, today))).toEqual([9, 4, 4]);
  expect(worstOfLastWeek([day("2026-11-20", null)], "2026-11-24")).toBeNull();
});
