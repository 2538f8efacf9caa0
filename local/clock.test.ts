import { afterEach, beforeEach, expect, it } from "vitest";
import { Clock } from "./clock.ts";

const START = Date.UTC(2026, 10, 22);
const HOUR = 3_600_000;
let clock: Clock;
beforeEach(() => {
  clock = new Clock(START);
});
afterEach(() => clock.stop());

it("starts where it is told to", () => {
  expect(Math.floor(clock.now() / HOUR)).toBe(START / HOUR);
});

it("stops at each moment that is due, in order, and lets its consequences come due too", async () => {
  const seen: string[] = [];
  const note = (name: string) => () => seen.push(`${name} ${Math.floor((clock.now() - START) / HOUR)}`);
  clock.at(START + 5 * HOUR, note("late"));
  clock.at(START + 2 * HOUR, () => {
    note("early")();
    clock.at(START + 3 * HOUR, note("consequence"));
  });
  clock.at(START + 9 * HOUR, note("beyond"));
  await clock.advance(6 * HOUR);
  expect(seen).toEqual(["early 2", "consequence 3", "late 5"]);
});

it("does not run what was cancelled", async () => {
  const seen: number[] = [];
  const cancel = clock.at(START + HOUR, () => seen.push(1));
  cancel();
  await clock.advance(2 * HOUR);
  expect(seen).toEqual([]);
});

it("runs what is due by itself", async () => {
  await new Promise<void>((resolve) => clock.at(clock.now() + 5, resolve));
});
