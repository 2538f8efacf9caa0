import { describe, expect, it } from "vitest";
import { type Pace, SyntheticRunner } from "./runner.ts";

function live(runner: SyntheticRunner, pace: Pace, seconds: number) {
  runner.pace = pace;
  for (let i = 0; i < seconds; i++) runner.step();
  return runner.sample();
}

describe("the synthetic runner", () => {
  it("follows the pace with a heart that lags and legs that do not", () => {
    const runner = new SyntheticRunner();
    const walking = live(runner, "walk", 120).heartRateBpm ?? 0;
    const setOff = live(runner, "run", 10);
    expect(setOff.cadenceSpm).toBeGreaterThan(150);
    expect(setOff.heartRateBpm).toBeLessThan(walking + 30);
    const running = live(runner, "run", 80).heartRateBpm ?? 0;
    expect(running).toBeGreaterThan(140);
    expect(live(runner, "walk", 120).heartRateBpm).toBeLessThan(running - 30);
  });

  it("lives the same life twice", () => {
    const [one, two] = [new SyntheticRunner(), new SyntheticRunner()];
    for (const pace of ["walk", "run", "walk", "rest"] as const) {
      expect(live(one, pace, 45)).toEqual(live(two, pace, 45));
    }
  });

  it("stands still at rest", () => {
    expect(live(new SyntheticRunner(), "rest", 30)).toMatchObject({ cadenceSpm: 0, speedMps: 0 });
  });
});
