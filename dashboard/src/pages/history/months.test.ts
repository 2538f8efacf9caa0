import { expect, it } from "vitest";
import type { HistoryItem } from "../../../../core/contract/api.ts";
import { byMonth, joined } from "./months.ts";

const item = (id: string, localDate: string, kind: HistoryItem["kind"] = "session", activeS = 1500): HistoryItem => ({
  id,
  kind,
  localDate,
  startedAt: `${localDate}T06:00:00Z`,
  activeS,
  minutes: Math.round(activeS / 60),
  level: 5,
  outcome: "completed",
  runS: 90,
  worstPain: 2,
  colour: "GREEN",
  source: "watch",
});

it("groups by the month of the local date and sums it up: exact seconds, variety days are not in it", () => {
  const items = [
    ...[item("d", "2026-12-01"), item("c", "2026-11-30", "session", 1525), item("b", "2026-11-28", "session", 1525)],
    item("a", "2026-11-02", "variety", 1800),
  ];
  const months = byMonth(items, false);
  expect(months.map(({ month, sessions, minutes }) => [month, sessions, minutes])).toEqual([
    ["2026-12", 1, 25],
    ["2026-11", 2, 51],
  ]);
  expect(months.map(({ whole }) => whole)).toEqual([true, true]);
  expect(byMonth(items, true).map(({ whole }) => whole)).toEqual([true, false]);
});

it("counts what is on two pages once, and believes the fresher one", () => {
  const fresh = { ...item("b", "2026-11-20"), colour: "RED" as const };
  const both = joined([item("c", "2026-11-21"), fresh], [item("b", "2026-11-20"), item("a", "2026-11-19")]);
  expect(both.map(({ id }) => id)).toEqual(["c", "b", "a"]);
  expect(both[1]?.colour).toBe("RED");
});
