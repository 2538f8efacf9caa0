import { describe, expect, it } from "vitest";
import { boutSeconds, runSeconds } from "../ladder/ladder.ts";
import { START } from "./blank-state.ts";
import type { Book, Load } from "./book.ts";
import { clippedLevel, withClip } from "./clip.ts";
import type { State } from "./state.ts";

const DAY = 1000;
const book = (...load: Load[]): Book => ({ pain: new Map(), marks: new Map(), unwell: new Set(), load });
const at = (level: number, more: Partial<State> = {}): State => ({ ...START, level, ...more });
const did = (level: number, back: number): Load => [DAY - back, runSeconds(level), boutSeconds(level)];

describe("invariants 1 and 2 clip the level", () => {
  it("to the level whose run and bout the last 30 days allow", () => {
    expect(clippedLevel(at(10), book(did(10, 30)), DAY)).toBe(10);
    expect(clippedLevel(at(10), book(did(10, 31)), DAY)).toBe(5);
    expect(clippedLevel(at(12), book(did(8, 3)), DAY)).toBe(9);
    expect(clippedLevel(at(17), book(did(12, 3)), DAY)).toBe(13);
  });

  it("by the bout alone where the total would fit", () => {
    expect(clippedLevel(at(16), book([DAY - 1, 900, 60]), DAY)).toBe(14);
    expect(clippedLevel(at(17), book([DAY - 1, 900, 90]), DAY)).toBe(17);
    expect(clippedLevel(at(17), book([DAY - 1, 900, 89]), DAY)).toBe(16);
  });

  it("by 90 s more, or by 10 % more where that is more", () => {
    expect(clippedLevel(at(12), book([DAY - 1, 390, 60]), DAY)).toBe(12);
    expect(clippedLevel(at(12), book([DAY - 1, 389, 60]), DAY)).toBe(11);
    expect(clippedLevel(at(23, { optIn: true }), book([DAY - 1, 982, 300]), DAY)).toBe(23);
    expect(clippedLevel(at(23, { optIn: true }), book([DAY - 1, 981, 300]), DAY)).toBe(22);
  });

  it("not by what was run on the date itself", () => {
    expect(clippedLevel(at(10), book([DAY, 900, 60]), DAY)).toBe(5);
  });

  it("never below walking levels, which they always allow", () => {
    expect(clippedLevel(at(4), book(), DAY)).toBe(4);
    expect(clippedLevel(at(5), book(), DAY)).toBe(5);
  });
});

it("keeps the streak", () => {
  expect(withClip(at(10, { streak: 1 }), book(), DAY)).toMatchObject({ level: 5, streak: 1, lostOn: null });
});

it("clips to a therapist's ceiling, and to level 20 without the opt-in", () => {
  const high = book(did(25, 1));
  expect(clippedLevel(at(12, { ceiling: 7 }), high, DAY)).toBe(7);
  expect(clippedLevel(at(23), high, DAY)).toBe(20);
  expect(clippedLevel(at(23, { optIn: true }), high, DAY)).toBe(23);
  expect(withClip(at(12, { ceiling: 3 }), high, DAY)).toMatchObject({ level: 3, lostOn: DAY });
});
