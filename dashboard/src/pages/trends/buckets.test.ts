import { describe, expect, it } from "vitest";
import type { Day, Week } from "../../../../core/contract/days.ts";
import { bucketsOf, endsOf, lagsOf, meanAt, worstOfLastWeek } from "./buckets.ts";

const week = (from: string, more: Partial<Week> = {}): Week => ({
  ...{ from, days: 7, sessions: 3, activeS: 4800, runS: 360, varietyMinutes: 0, level: 6, target: 3 },
  ...{ pain: [4, 1, 2], morning: [2], stiffness: [], energy: [] },
  ...more,
});
const day = (date: string, morning: number | null, runS = 0): Day => ({
  ...{ date, mark: null, level: null, worst: null, morning, stiffness: null, energy: null, movable: null },
  items:
    runS === 0
      ? []
      : [
          {
            ...{
              id: "x",
              kind: "session",
              localDate: date,
              startedAt: "2026-01-01T00:00:00Z",
              activeS: 1560,
              minutes: 26,
              level: 6,
            },
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

  it("a week over the end of a month is one week in two parts, each in its own month and year", () => {
    const parts = [
      week("2025-12-29", { days: 3, sessions: 1, pain: [6, 2], level: 5 }),
      week("2026-01-01", { days: 4, sessions: 2, pain: [1, 3] }),
      week("2026-01-26", { days: 6, sessions: 3, pain: [2] }),
    ];
    const of = (by: "weeks" | "months" | "years") =>
      bucketsOf(parts, [], { by, today: "2026-01-31" })
        .filter(({ sessions }) => sessions > 0)
        .map(({ from, to, sessions, target, low, pain, high, level }) => [
          ...[from, to, sessions, Math.round(Number(target) * 10) / 10],
          ...[low, pain, high, level],
        ]);
    expect(of("weeks")).toEqual([
      ["2025-12-29", "2026-01-04", 3, 3, 1, 2.5, 6, 6],
      ["2026-01-26", "2026-01-31", 3, 2.6, 2, 2, 2, 6],
    ]);
    expect(of("months")).toEqual([
      ["2025-12-01", "2025-12-31", 1, 1.3, 2, 4, 6, 5],
      ["2026-01-01", "2026-01-31", 5, 4.3, 1, 2, 3, 6],
    ]);
    expect(of("years")).toEqual([
      ["2025-01-01", "2025-12-31", 1, 1.3, 2, 4, 6, 5],
      ["2026-01-01", "2026-01-31", 5, 4.3, 1, 2, 3, 6],
    ]);
  });

  it("add up to the same by weeks, months and years: nothing is rounded before the end", () => {
    const parts = ["2026-08-24", "2026-08-31", "2026-09-01", "2026-09-07"].map((from) => week(from, { runS: 89 }));
    const sums = (["weeks", "months", "years"] as const).map((by) =>
      bucketsOf(parts, [], { by, today: "2026-09-13" }).reduce((sum, { runMinutes }) => sum + runMinutes, 0),
    );
    expect(sums.map((sum) => Math.round(sum * 60))).toEqual([356, 356, 356]);
  });

  it("keep the last answer of a questionnaire, and the widest range of pain", () => {
    const answered = [
      { date: "2026-11-03", kind: "rmdq" as const, score: 9, activities: [] },
      { date: "2026-11-30", kind: "rmdq" as const, score: 6, activities: [] },
    ];
    const weeks = [week("2026-11-02"), week("2026-11-09", { pain: [7, 0, 3] })];
    const [november] = bucketsOf(weeks, answered, { by: "months", today: "2026-11-30" });
    expect(november).toMatchObject({ rmdq: 6, low: 0, pain: 2.5, high: 7, target: 6, minutes: 160 });
  });
});

it("a conclusion compares the first few with the last few, and says nothing of one value", () => {
  const values = [4, null, 5, 2, 2, null];
  const ends = endsOf(values);
  expect(ends).toEqual([
    [0, 2],
    [3, 4],
  ]);
  expect(ends?.map((places) => meanAt(values, places))).toEqual([4.5, 2]);
  expect([endsOf([3]), endsOf([null, null])]).toEqual([null, null]);
});

it("a session stands beside the morning of the next date, over the end of a month and a daylight-saving night", () => {
  const days = [
    ...[day("2026-03-28", 1, 120), day("2026-03-29", 4), day("2026-03-31", 2, 150), day("2026-04-01", 3)],
    day("2026-04-04", null, 60),
  ];
  expect(lagsOf(days)).toEqual({
    sessions: [
      { date: "2026-03-28", runMinutes: 2, morning: 4 },
      { date: "2026-03-31", runMinutes: 2.5, morning: 3 },
      { date: "2026-04-04", runMinutes: 1, morning: null },
    ],
    told: 2,
    after: 3.5,
    other: 1.5,
  });
});

it("last week runs from Monday to Sunday, also on a Monday and on a Sunday", () => {
  const scores = { "2026-11-15": 9, "2026-11-16": 3, "2026-11-22": 4, "2026-11-23": 8 };
  const days = Object.entries(scores).map(([date, worst]) => ({ ...day(date, null), worst }));
  const before = { worst: 9, from: "2026-11-09", to: "2026-11-15" };
  const last = { worst: 4, from: "2026-11-16", to: "2026-11-22" };
  expect(["2026-11-22", "2026-11-23", "2026-11-29"].map((today) => worstOfLastWeek(days, today))).toEqual([
    ...[before, last, last],
  ]);
  expect(worstOfLastWeek([day("2026-11-20", null)], "2026-11-24")).toBeNull();
});
