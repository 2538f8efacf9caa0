import { expect, test } from "vitest";
import { planOf } from "../../test/watch/cloud.ts";
import { cardOf, cardTexts } from "./card.ts";
import { homeTexts } from "./home.ts";
import type { Days, WatchPlan } from "./plan.ts";

const say = (key: string): string => key;
const profile = { heartRate: null, cues: {}, language: "en", units: "metric", emergencyNumber: "112" } as const;
const stored = (date: string, change: object = {}): WatchPlan => ({ plan: { ...planOf(5, date), ...change }, profile });
const days = (change: Partial<Days> = {}): Days => ({
  ...{
    today: "2026-11-20",
    yesterday: "2026-11-19",
    tomorrow: "2026-11-21",
    lastRun: null,
    mayRun: true,
    runFrom: null,
    flagged: false,
  },
  ...change,
});
const cardFor = (plan: WatchPlan | null, on = days()) => cardOf(homeTexts(plan, on, say), plan, on);

test("the day of the next session by its name, as the days go by; a missed one is today's", () => {
  const card = cardFor(stored("2026-11-21"));
  expect(cardTexts(card, "2026-11-20", "2026-11-21", say).title).toBe("day.tomorrow");
  expect(cardTexts(card, "2026-11-21", "2026-11-22", say).title).toBe("day.today");
  expect(cardTexts(card, "2026-11-23", "2026-11-24", say).title).toBe("day.today");
  expect(cardTexts(card, "2026-11-20", "2026-11-21", say).details).toContain("home.minutes");
});

test("after a long pause, and with nothing known, it only opens the app", () => {
  const nothing = { title: "card.open", details: "" };
  expect(cardTexts(null, "2026-11-20", "2026-11-21", say)).toEqual(nothing);
  expect(cardTexts(cardFor(stored("2026-11-20")), "2026-12-02", "2026-12-03", say)).toEqual(nothing);
});

test("a rest and a lock are told on their day, never as a session", () => {
  const rest = cardFor(stored("2026-11-20", { level: null, steps: [] }));
  expect(cardTexts(rest, "2026-11-20", "2026-11-21", say)).toEqual({ title: "home.rest", details: "" });
  expect(cardTexts(rest, "2026-11-21", "2026-11-22", say).title).toBe("card.open");
  const locked = cardFor(stored("2026-11-20"), days({ flagged: true }));
  expect(cardTexts(locked, "2026-11-20", "2026-11-21", say)).toEqual({ title: "home.rest", details: "" });
});
