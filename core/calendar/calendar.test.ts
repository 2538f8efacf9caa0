import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, epochDay, localDateOf, weekday, weekOf, weekStart } from "./calendar.ts";

it("agrees with the platform's calendar on every day of four centuries", () => {
  const wrong: string[] = [];
  for (let day = -30_000; day < 120_000; day += 1) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    if (localDateOf(day) !== date || epochDay(date) !== day) wrong.push(date);
  }
  expect(wrong).toEqual([]);
});

it.each([
  ["2026-11-22", "2026-W47"],
  ["2026-11-23", "2026-W48"],
  ["2027-01-03", "2026-W53"],
  ["2027-01-04", "2027-W01"],
  ["2024-12-30", "2025-W01"],
  ["2021-01-03", "2020-W53"],
  ["2022-01-02", "2021-W52"],
])("puts %s in ISO week %s", (date, week) => {
  expect(weekOf(date)).toBe(week);
});

it("finds the Monday of a week and stays within it", () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 200_000 }), (day) => {
      const date = localDateOf(day);
      const monday = weekStart(weekOf(date));
      expect(weekday(monday)).toBe(1);
      expect(epochDay(date) - epochDay(monday)).toBe(weekday(date) - 1);
    }),
  );
});

it("adds days across months, leap days and years", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
});

it("numbers Monday 1 and Sunday 7", () => {
  expect(weekday("2026-11-23")).toBe(1);
  expect(weekday("2026-11-22")).toBe(7);
});
