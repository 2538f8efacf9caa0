import { expect, it } from "vitest";
import { START } from "./blank-state.ts";
import { greensAfter, greensOn, stageOn } from "./growth.ts";
import type { State } from "./state.ts";

const at = (greens: number, gapDays = 2): State => ({ ...START, greens, gap: { since: 100 - gapDays, level: 9 } });

it.each([
  [0, 0],
  [5, 0],
  [6, 1],
  [11, 1],
  [12, 2],
  [24, 4],
])("after %d GREEN sessions the exercises are at stage %d", (greens, stage) => {
  expect(stageOn(at(greens), 100)).toBe(stage);
});

it("GREEN counts one up to the last stage, NEUTRAL and AMBER nothing, RED takes a stage back", () => {
  expect(greensAfter(at(5), 100, "GREEN")).toBe(6);
  expect(greensAfter(at(24), 100, "GREEN")).toBe(24);
  for (const colour of ["NEUTRAL", "AMBER"] as const) expect(greensAfter(at(11), 100, colour)).toBe(11);
  expect([4, 6, 13, 24].map((greens) => greensAfter(at(greens), 100, "RED"))).toEqual([0, 0, 6, 18]);
});

it("a pause of 31 days starts anew, one of 30 does not; a checkpoint from before counts as none", () => {
  expect([greensOn(at(13, 30), 100), greensOn(at(13, 31), 100)]).toEqual([13, 0]);
  expect(greensAfter(at(13, 31), 100, "GREEN")).toBe(1);
  expect(stageOn(START, 100)).toBe(0);
});
