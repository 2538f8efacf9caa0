import { expect, test } from "vitest";
import type { HeartRateLimits } from "../contract/profile.ts";
import { type Advice, CALM, effortOf, observeEffort, reserveShare, waitBeforeRun } from "./effort.ts";
import { replay } from "./session.ts";
import { startEntry, steps, T0 } from "./testing.ts";

const LIMITS: HeartRateLimits = { restingBpm: 60, maxBpm: 160, reliable: true };

/** Feeds a heart rate once a second and returns the advice with the second it came. */
function run(hr: (second: number) => number | null, seconds: number, limits: HeartRateLimits | null = LIMITS) {
  let watch = CALM;
  const said: [number, Advice][] = [];
  for (let second = 0; second <= seconds; second += 1) {
    const seen = observeEffort(watch, second * 1000, hr(second), limits, "run");
    watch = seen.watch;
    if (seen.advice !== null) said.push([second, seen.advice]);
  }
  return said;
}

test("above 85 % of the reserve for 30 s says slow down, once a minute at most", () => {
  expect(run(() => 147, 100)).toEqual([
    [30, "ease-off"],
    [90, "ease-off"],
  ]);
});

test("exactly 85 % is not above it, and one calm reading starts the count anew", () => {
  expect(run(() => 145, 100)).toEqual([]);
  expect(run((second) => (second === 29 ? 140 : 147), 55)).toEqual([]);
});

test("above 90 % for 60 s changes to walking", () => {
  expect(run(() => 155, 60)).toEqual([
    [30, "ease-off"],
    [60, "walk"],
  ]);
});

test("nothing is said without limits, when heart rate is unreliable, or without contact", () => {
  expect(run(() => 180, 120, null)).toEqual([]);
  expect(run(() => 180, 120, { ...LIMITS, reliable: false })).toEqual([]);
  expect(run(() => null, 120)).toEqual([]);
  expect(run((second) => (second % 20 === 0 ? null : 155), 120)).toEqual([]);
});

test("walking is never slowed", () => {
  expect(observeEffort({ ...CALM, above85Since: 0 }, 60_000, 158, LIMITS, "walk").advice).toBeNull();
});

test("the walk before a run waits in parts of 15 s up to a minute while above 70 %", () => {
  expect(waitBeforeRun(131, LIMITS, 0)).toBe(15);
  expect(waitBeforeRun(131, LIMITS, 45_000)).toBe(15);
  expect(waitBeforeRun(131, LIMITS, 60_000)).toBe(0);
  expect(waitBeforeRun(130, LIMITS, 0)).toBe(0);
  expect(waitBeforeRun(131, { ...LIMITS, reliable: false }, 0)).toBe(0);
  expect(waitBeforeRun(null, LIMITS, 0)).toBe(0);
});

test("a reserve that makes no sense is not used", () => {
  expect(reserveShare(150, { restingBpm: 120, maxBpm: 110, reliable: true })).toBeNull();
});

test("a share below 20 % is never told as 20, for limits are compared without rounding", () => {
  const hr = Array.from({ length: 200 }, (_, index) => (index < 39 ? 150 : 120));
  const state = replay([
    startEntry({ limits: LIMITS, steps: steps(["run", 1000], ["cooldown-walk", 60]) }),
    { do: "samples", at: T0 + 1_000_000, from: 0, hr, cadence: [] },
    { do: "end", at: T0 + 1_000_000, outcome: "ended-early", reason: "external" },
  ]);
  expect(state === null ? null : effortOf(state)).toEqual({ aboveHrr85Pct: 19, reliable: true });
});

test("effort counts run time only, and says when too few readings hold it up", () => {
  const minute = 60_000;
  const samples = (hr: number[]) =>
    replay([
      startEntry({ limits: LIMITS }),
      { do: "samples", at: T0 + 7 * minute, from: 0, hr, cadence: [] },
      { do: "end", at: T0 + 7 * minute, outcome: "ended-early", reason: "external" },
    ]);
  const quiet = Array.from({ length: 60 }, () => 180);
  const whole = samples([...quiet, 150, 140, 140]);
  expect(whole === null ? null : effortOf(whole)).toEqual({ aboveHrr85Pct: 33, reliable: true });
  const holes = samples([...quiet, 150, 0, 0]);
  expect(holes === null ? null : effortOf(holes)).toEqual({ aboveHrr85Pct: 100, reliable: false });
  const none = samples([]);
  expect(none === null ? null : effortOf(none)).toEqual({ aboveHrr85Pct: 0, reliable: false });
});
