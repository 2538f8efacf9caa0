import { expect, it } from "vitest";
import { placementLevel } from "./placement.ts";

it.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [9, 1],
  [10, 2],
  [19, 2],
  [20, 3],
  [29, 3],
  [30, 4],
  [600, 4],
])("a comfortable walk of %i minutes starts on level %i", (walkMin, level) => {
  expect(placementLevel({ walkMin, jog: null })).toBe(level);
});

const jogger = (boutS: number, timesPerWeek = 3, worstPain = 2) =>
  placementLevel({ walkMin: 30, jog: { boutS, timesPerWeek, worstPain } });

it.each([
  [14, 4],
  [15, 6],
  [19, 6],
  [20, 7],
  [30, 9],
  [44, 9],
  [45, 11],
  [60, 12],
  [3600, 12],
])("a usual jog of %i s starts on level %i, 12 at most", (boutS, level) => {
  expect(jogger(boutS)).toBe(level);
});

it("takes the jog only at three times a week and pain up to 2", () => {
  expect(jogger(60, 2)).toBe(4);
  expect(jogger(60, 3, 3)).toBe(4);
});
