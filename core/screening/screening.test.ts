import { describe, expect, it } from "vitest";
import type { ScreeningAnswers } from "../contract/event.ts";
import { EN } from "../text/en/index.ts";
import { QUESTIONS, REPEATED } from "./questions.ts";
import { screeningOf, severest } from "./screening.ts";

function answered(yes: number[], urgent: number[] = [], last = 16): ScreeningAnswers {
  const answers: ScreeningAnswers["answers"] = {};
  for (let id = 1; id <= last; id += 1) answers[String(id)] = yes.includes(id);
  return { answers, urgent, version: 1 };
}

const lockFrom = (answers: ScreeningAnswers) => screeningOf(answers).kind;

describe("the lock that answers lead to", () => {
  it("is none when all are no", () => {
    expect(lockFrom(answered([]))).toBeNull();
  });

  it.each([
    [[1, 2, 3], "E"],
    [[5, 6, 7, 8], "U"],
    [[4, 9, 10, 11, 12, 13, 14, 15, 16], "C"],
  ] as const)("is for a yes to any of %j alone: %s", (ids, kind) => {
    for (const id of ids) expect(lockFrom(answered([id]))).toBe(kind);
  });

  it.each([4, 5, 9])("is E for a qualified yes to %i", (id) => {
    expect(lockFrom(answered([id], [id]))).toBe("E");
  });

  it("ignores a qualifier without its yes", () => {
    expect(lockFrom(answered([10], [4, 5, 9]))).toBe("C");
    expect(lockFrom(answered([], [4, 5, 9, 16]))).toBeNull();
  });

  it("is the most serious of several", () => {
    expect(lockFrom(answered([12, 7]))).toBe("U");
    expect(lockFrom(answered([12, 7, 2]))).toBe("E");
    expect(severest("U", "C")).toBe("U");
    expect(severest(null, null)).toBeNull();
  });
});

it("knows whether 1 to 8 were all answered no", () => {
  expect(screeningOf(answered([], [], 8)).eightNo).toBe(true);
  expect(screeningOf(answered([15])).eightNo).toBe(true);
  expect(screeningOf(answered([8])).eightNo).toBe(false);
  expect(screeningOf(answered([], [], 7)).eightNo).toBe(false);
});

it("remembers which questions were asked, and who is under 18", () => {
  expect(screeningOf(answered([], [], 16)).asked).toBe(65_535);
  expect(screeningOf(answered([], [], 8))).toMatchObject({ asked: 255, minor: null });
  expect(screeningOf(answered([16], [16])).minor).toBe(true);
  expect(screeningOf(answered([16])).minor).toBe(false);
});

it("has sixteen questions with a text each, the first eight repeated", () => {
  expect(QUESTIONS.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  expect(REPEATED).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  for (const { text, urgentText } of QUESTIONS) {
    expect(EN.questions[text]).toMatch(/\?$/);
    if (urgentText !== null) expect(EN.questions[urgentText]).toMatch(/\?$/);
  }
});
