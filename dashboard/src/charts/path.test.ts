import { expect, it } from "vitest";
import { boxPath, linePath } from "./path.ts";

const same = (value: number) => value;

it("draws a line through the values", () => {
  expect(linePath([10, 20, 15], (index) => index * 5, same)).toBe("M0 10L5 20L10 15");
});

it("breaks where there is no value, and shows a lone one", () => {
  expect(linePath([10, null, 20, null, 30, 31], same, same)).toBe("M0 10h1M2 20h1M4 30L5 31");
});

it("is empty without values", () => {
  expect(linePath([null, null], same, same)).toBe("");
});

it("draws a box as one part of a path, to a tenth of a pixel", () => {
  expect(boxPath(1.04, 3, 10, 20.06)).toBe("M1 20.1V10H3V20.1z");
});
