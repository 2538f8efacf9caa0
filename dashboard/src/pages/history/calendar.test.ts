import { describe, expect, it } from "vitest";
import { monthsOf, moved } from "./calendar.ts";

describe("a year of months", () => {
  it("comes latest first, without months that have not begun", () => {
    const months = monthsOf(2026, "2026-11-24").map(({ month }) => month);
    expect([months[0], months.at(-1), months.length]).toEqual(["2026-11", "2026-01", 11]);
    expect(monthsOf(2025, "2026-11-24")).toHaveLength(12);
  });

  it("begins each week on Monday and holds every date once", () => {
    const november = monthsOf(2026, "2026-11-24")[0];
    expect(november?.weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(november?.weeks.flat().filter((date) => date !== null)).toHaveLength(30);
    const february = monthsOf(2024, "2024-12-31").find(({ month }) => month === "2024-02");
    expect(february?.weeks.flat().filter((date) => date !== null)).toHaveLength(29);
  });
});

describe("moving by keys", () => {
  const span = { from: "2026-01-01", to: "2026-11-24" };
  it.each([
    ["2026-03-29", "ArrowRight", "2026-03-30"],
    ["2026-10-25", "ArrowDown", "2026-11-01"],
    ["2026-03-31", "PageUp", "2026-02-28"],
    ["2026-01-31", "PageDown", "2026-02-28"],
    ["2026-11-24", "Home", "2026-11-23"],
    ["2026-11-24", "End", "2026-11-24"],
    ["2026-01-01", "ArrowLeft", "2026-01-01"],
    ["2026-11-24", "a", null],
  ])("from %s by %s to %s", (from, key, to) => {
    expect(moved(from, key, span)).toBe(to);
  });
});
