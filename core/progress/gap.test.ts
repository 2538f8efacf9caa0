import { describe, expect, it } from "vitest";
import { START } from "./blank-state.ts";
import { gapCeiling, withGap } from "./gap.ts";
import type { State } from "./state.ts";

const at = (level: number, more: Partial<State> = {}): State => ({
  ...{ ...START, level, gap: { since: 1000, level }, allOn: 990 },
  ...more,
});

describe("a pause puts a ceiling on the level", () => {
  it.each([
    [10, 17, null],
    [11, 17, 16],
    [14, 17, 16],
    [15, 17, 15],
    [21, 17, 15],
    [22, 17, 13],
    [30, 17, 13],
    [31, 17, 5],
    [90, 17, 5],
    [91, 17, 3],
    [31, 6, 2],
    [91, 5, 1],
    [40, 2, 0],
    [5000, 25, 3],
  ])("after %i days at level %i: %s", (days, level, ceiling) => {
    expect(gapCeiling(at(level), 1000 + days)).toBe(ceiling);
  });

  it("leaves the level alone without a session to count from", () => {
    expect(gapCeiling(at(9, { gap: null }), 5000)).toBeNull();
  });
});

it("ends streak and AMBER count only when it lowers the level", () => {
  const running = at(14, { streak: 1, ambers: 1 });
  expect(withGap(running, 1011)).toMatchObject({ level: 13, streak: 0, ambers: 0 });
  expect(withGap({ ...running, level: 13 }, 1011)).toMatchObject({ level: 13, streak: 1, ambers: 1 });
});

it("asks all safety questions anew after more than 90 days, unless they were answered since", () => {
  expect(withGap(at(5), 1090).anew).toBe(false);
  expect(withGap(at(5), 1091).anew).toBe(true);
  expect(withGap(at(5, { allOn: 1090 }), 1091).anew).toBe(true);
  expect(withGap(at(5, { allOn: 1091 }), 1091).anew).toBe(false);
});
