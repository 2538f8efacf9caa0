import { expect, test } from "vitest";
import { planOf } from "../../test/watch/cloud.ts";
import type { WatchPlan } from "./plan.ts";
import { callsNow, nextReminderAt, reminderFor } from "./reminder.ts";

const profile = { heartRate: null, cues: {}, language: "en", units: "metric", emergencyNumber: null } as const;
const stored = (date: string, change: Partial<NonNullable<WatchPlan["plan"]>> = {}): WatchPlan => ({
  plan: { ...planOf(5, date), ...change },
  profile,
});
const days = {
  today: "2026-11-20",
  yesterday: "2026-11-19",
  tomorrow: "2026-11-21",
  lastRun: null,
  mayRun: true,
  runFrom: null,
  flagged: false,
};
const armed = reminderFor(stored("2026-11-20")) ?? "";

test("the plan's time of day, today or else tomorrow; none without one", () => {
  const at = (hour: number, minute = 0): number => Date.UTC(2026, 10, 20, hour, minute);
  expect(nextReminderAt(at(5), 60, stored("2026-11-20"))).toBe(at(6, 30));
  expect(nextReminderAt(at(7), 60, stored("2026-11-20"))).toBe(at(30, 30));
  expect(nextReminderAt(at(7), 60, stored("2026-11-20", { startLocal: null }))).toBeNull();
  expect(nextReminderAt(at(7), 60, null)).toBeNull();
});

test("it calls on its day and on a day after a missed one, never before, after a session or under a lock", () => {
  expect(callsNow(stored("2026-11-20"), armed, days, "2026-11-18")).toBe(true);
  const late = stored("2026-11-18");
  expect(callsNow(late, reminderFor(late) ?? "", days, "2026-11-16")).toBe(true);
  expect(callsNow(late, reminderFor(late) ?? "", days, "2026-11-18")).toBe(false);
  expect(callsNow(stored("2026-11-21"), armed, days, null)).toBe(false);
  expect(callsNow(stored("2026-11-20"), armed, days, "2026-11-20")).toBe(false);
  expect(callsNow(stored("2026-11-20"), armed, { ...days, lastRun: "2026-11-19" }, null)).toBe(false);
  expect(callsNow(stored("2026-11-20"), armed, { ...days, flagged: true }, null)).toBe(false);
  expect(callsNow(stored("2026-11-20", { level: null, steps: [] }), armed, days, null)).toBe(false);
});

test("what was armed for an older plan or another time never calls", () => {
  expect(callsNow(stored("2026-11-20", { rev: 8 }), armed, days, null)).toBe(false);
  expect(callsNow(stored("2026-11-20", { startLocal: "18:00" }), armed, days, null)).toBe(false);
  expect(callsNow(null, armed, days, null)).toBe(false);
});
