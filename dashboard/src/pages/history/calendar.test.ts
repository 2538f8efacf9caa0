import { describe, expect, it } from "vitest";
import { monthsOf, moved, nowFirst } from "./calendar.ts";

describe("a year of months", () => {
  const namesOf = (...given: Parameters<typeof monthsOf>) => monthsOf(...given).map(({ month }) => month);

  it("comes latest first, from the first month that holds something to this one or the one of what is planned", () => {
    expect(namesOf(2026, "2026-11-24", ["2026-09-30", "2026-11-24"])).toEqual(["2026-11", "2026-10", "2026-09"]);
    expect(namesOf(2026, "2026-11-30", ["2026-11-02", "2026-12-01"])).toEqual(["2026-12", "2026-11"]);
    expect(namesOf(2025, "2026-11-24", ["2025-11-03"])).toEqual(["2025-12", "2025-11"]);
  });

  it("is shown with this month first, then what is planned", () => {
    const shown = (today: string) =>
      nowFirst(monthsOf(2026, today, ["2026-08-31", "2026-11-01"]), today).map(({ month }) => month.slice(5));
    expect(shown("2026-09-30")).toEqual(["09", "10", "11", "08"]);
    expect(shown("2026-11-01")).toEqual(["11", "10", "09", "08"]);
  });

  it("ends in a month ahead with the last week that holds something", () => {
    const [december, november] = monthsOf(2026, "2026-11-29", ["2026-11-02", "2026-12-08"]);
    expect(december?.weeks.at(-1)?.at(-1)).toBe("2026-12-13");
    expect(november?.weeks.flat()).toContain("2026-11-30");
  });

  it("is there as far as it has come when it holds nothing", () => {
    expect(namesOf(2026, "2026-11-24", [])).toHaveLength(11);
    expect(namesOf(2025, "2026-11-24", [])).toHaveLength(12);
  });

  it("begins each week on Monday and holds every date once", () => {
    const november = monthsOf(2026, "2026-11-24", [])[0];
    expect(november?.weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(november?.weeks.flat().filter((date) => date !== null)).toHaveLength(30);
    const february = monthsOf(2024, "2024-12-31", []).find(({ month }) => month === "2024-02");
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
