import { expect, test } from "vitest";
import { planOf } from "../../test/watch/cloud.ts";
import { ASSUMED_PCT_PER_H, lowBattery, measuredDrain, minutesLeft } from "./battery.ts";

const plan = planOf(9, "2026-11-20");
const at = (minutes: number): number => minutes * 60_000;

test("a charged watch says nothing, nor does one without a sensor", () => {
  expect(lowBattery(82, ASSUMED_PCT_PER_H, plan)).toBeNull();
  expect(lowBattery(null, ASSUMED_PCT_PER_H, plan)).toBeNull();
});

test("a low charge that is enough is said, without another session", () => {
  expect(lowBattery(15, ASSUMED_PCT_PER_H, plan)).toEqual({ pct: 15, minutes: 48, fits: true, shorter: null });
});

test("a charge that is not enough offers the longest walk that fits, and nothing where none does", () => {
  expect(lowBattery(9, ASSUMED_PCT_PER_H, plan)).toMatchObject({ minutes: 24, fits: false, shorter: { level: 3 } });
  expect(lowBattery(4, ASSUMED_PCT_PER_H, plan)).toMatchObject({ minutes: 4, fits: false, shorter: null });
  expect(minutesLeft(2, ASSUMED_PCT_PER_H)).toBe(0);
});

test("what a session took is learnt by halves; a short one or a charger teaches nothing", () => {
  const before = { at: 0, pct: 60 };
  expect(measuredDrain(15, before, { at: at(30), pct: 55 })).toBe(12.5);
  expect(measuredDrain(15, before, { at: at(10), pct: 50 })).toBe(15);
  expect(measuredDrain(15, before, { at: at(30), pct: 60 })).toBe(15);
  expect(measuredDrain(15, before, { at: at(15), pct: 0 })).toBe(60);
});
