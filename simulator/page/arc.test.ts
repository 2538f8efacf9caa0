import { describe, expect, it } from "vitest";
import { arcPath } from "./arc.ts";

describe("an arc of the watch as an SVG path", () => {
  it("starts at three o'clock and turns clockwise", () => {
    expect(arcPath(100, 100, 50, 0, 180)).toBe("M 150 100 A 50 50 0 0 1 100 150 A 50 50 0 0 1 50 100");
  });

  it("begins at twelve o'clock for −90°, and can close a full circle", () => {
    expect(arcPath(100, 100, 50, -90, 270)).toBe("M 100 50 A 50 50 0 0 1 100 150 A 50 50 0 0 1 100 50");
  });

  it("is nothing when it has no length", () => {
    expect(arcPath(100, 100, 50, -90, -90)).toBe("");
  });
});
