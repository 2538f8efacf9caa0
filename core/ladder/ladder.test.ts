import { expect, it } from "vitest";
import { boutSeconds, LADDER, ladderSteps, rungOf, runSeconds, totalSeconds } from "./ladder.ts";

/** `[level, total run m:ss, total minutes]` as printed in plan-rules §3. */
const PRINTED: readonly [number, string, number][] = [
  [0, "0", 5],
  [1, "0", 10],
  [2, "0", 15],
  [3, "0", 20],
  [4, "0", 25],
  [5, "1:30", 23.5],
  [6, "2:00", 26],
  [7, "2:40", 26],
  [8, "3:30", 27.5],
  [9, "4:30", 28],
  [10, "6:00", 28],
  [11, "6:45", 28],
  [12, "8:00", 30],
  [13, "9:00", 30.25],
  [14, "10:00", 30],
  [15, "10:30", 31],
  [16, "12:00", 32],
  [17, "12:00", 31],
  [18, "13:30", 32.5],
  [19, "15:00", 34],
  [20, "15:00", 32.5],
  [21, "16:00", 34],
  [22, "17:00", 34],
  [23, "18:00", 34],
  [24, "19:00", 35],
  [25, "20:00", 36],
];

const seconds = (clock: string) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

it("has 26 rungs, numbered in order", () => {
  expect(LADDER.map((rung) => rung.level)).toEqual(PRINTED.map(([level]) => level));
});

it.each(PRINTED)("level %i runs %s in all and lasts %d minutes", (level, run, minutes) => {
  expect(runSeconds(level)).toBe(seconds(run));
  expect(totalSeconds(level)).toBe(minutes * 60);
  const runs = ladderSteps(level).filter((step) => step.kind === "run");
  expect(runs.reduce((sum, step) => sum + step.plannedS, 0)).toBe(seconds(run));
});

it("never jumps more in total or bout than invariants 1 and 2 allow from the rung below", () => {
  for (let level = 6; level <= 25; level += 1) {
    const [run, bout] = [runSeconds(level - 1), boutSeconds(level - 1)];
    expect(runSeconds(level)).toBeLessThanOrEqual(Math.max(1.1 * run, run + 90));
    expect(boutSeconds(level)).toBeLessThanOrEqual(bout <= 45 ? 1.5 * bout : 1.34 * bout);
  }
});

it("takes the nearest rung for a level outside the ladder", () => {
  expect(rungOf(-3).level).toBe(0);
  expect(rungOf(99).level).toBe(25);
  expect(rungOf(Number.NaN).level).toBe(0);
});
