import { expect, it } from "vitest";
import { dayGate, gatedLevel } from "./day-gate.ts";

it.each([
  [3, 0, "go"],
  [4, 3, "go"],
  [4, 2, "ease"],
  [5, 4, "go"],
  [5, 3, "ease"],
  [6, 5, "walk"],
  [7, 5, "walk"],
  [8, 5, "rest"],
  [10, 0, "rest"],
  [null, 0, "go"],
] as const)("before-score %s at BASE %i: %s", (pre, base, gate) => {
  expect(dayGate(pre, base, false)).toBe(gate);
});

it("rests when unwell, whatever the score", () => {
  expect(dayGate(0, 5, true)).toBe("rest");
  expect(dayGate(null, 5, true)).toBe("rest");
});

it.each([
  ["ease", 12, 3],
  ["ease", 5, 3],
  ["ease", 4, 3],
  ["ease", 1, 0],
  ["ease", 0, 0],
  ["walk", 12, 1],
  ["walk", 0, 0],
  ["rest", 12, null],
  ["go", 12, 12],
] as const)("%s at level %i leaves %s", (gate, level, left) => {
  expect(gatedLevel(gate, level)).toBe(left);
});
