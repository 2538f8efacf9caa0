import { expect, test } from "vitest";
import { planOf } from "../../test/watch/cloud.ts";
import { type Flag, flagHolds } from "./flag.ts";
import { canStart, homeTexts } from "./home.ts";
import type { WatchPlan } from "./plan.ts";

const ID = "01930000-0000-7000-8000-0000000000bb";
const flag: Flag = { sessionId: ID, date: "2026-11-20", rev: 7 };
const profile = { heartRate: null, cues: {}, language: "en", units: "metric", emergencyNumber: "112" } as const;
const stored = (change: Partial<NonNullable<WatchPlan["plan"]>> = {}): WatchPlan => ({
  plan: { ...planOf(5, "2026-11-21"), ...change },
  profile,
});
const lock = { kind: "E", since: "2026-11-20", text: "See a doctor." } as const;

test.each<[string, WatchPlan | null, string, boolean]>([
  ["no plan at all", null, "2026-11-21", true],
  ["the plan of before", stored(), "2026-11-21", true],
  ["a newer plan that does not know the session yet", stored({ rev: 8 }), "2026-11-21", true],
  ["a plan that the watch made itself", stored({ rev: 8, basis: [ID], provisional: true }), "2026-11-21", true],
  ["the cloud's plan that knows the session", stored({ rev: 8, basis: [ID] }), "2026-11-21", false],
  ["the cloud's own lock", stored({ rev: 8, lock }), "2026-11-21", false],
  ["a newer plan weeks later, after somebody was assessed", stored({ rev: 12 }), "2026-12-10", false],
  ["weeks later with nothing new", stored(), "2026-12-10", true],
])("a warning sign and %s", (_, plan, today, holds) => {
  expect(flagHolds(flag, plan, today)).toBe(holds);
  expect(flagHolds(null, plan, today)).toBe(false);
});

test("while it holds home starts nothing and says whom to call", () => {
  const days = {
    today: "2026-11-21",
    yesterday: "2026-11-20",
    tomorrow: "2026-11-22",
    lastRun: null,
    mayRun: true,
    runFrom: null,
    flagged: true,
  };
  const say = (key: string): string => (key === "home.flagWhy" ? "call {number}" : key);
  expect(canStart(stored(), days)).toBe(false);
  expect(homeTexts(stored(), days, say)).toMatchObject({ title: "home.rest", sentence: "call 112", start: null });
  expect(homeTexts(null, days, say).sentence).toBe("call end.emergencyNumber");
});
