import { describe, expect, it } from "vitest";
import { parse } from "../contract/parse.ts";
import { PlannedStep } from "../contract/session.ts";
import { ladderSteps } from "../ladder/ladder.ts";
import { floorBlock, warmupBlock } from "./blocks.ts";
import { insteadOf, MOVES, plainMove } from "./moves.ts";
import { fitToWaking, floorFrom, READY, withoutExercises, withoutFloor } from "./steps.ts";

const seconds = (steps: readonly PlannedStep[]): number => steps.reduce((sum, { plannedS }) => sum + plannedS, 0);
const done = (steps: readonly PlannedStep[], move: string): string[] =>
  steps.filter((step) => step.move === move).map(({ side, plannedS, reps }) => [side, plannedS, reps].join(" ").trim());
const moves = (steps: readonly PlannedStep[]): (string | null)[] => [
  ...new Set(steps.map(({ move }) => move).filter((move) => move !== READY)),
];
const before = warmupBlock({ brittle: false });
const after = floorBlock({ stage: 0, brittle: false });
const whole = [...before, ...ladderSteps(5), ...after];

describe("the blocks of plan-rules §9", () => {
  it("warm up for about two minutes", () => {
    expect(seconds(before)).toBe(126);
    expect(done(before, "knee-to-chest")).toEqual(["L 15", "R 15"]);
    expect(done(before, "cat-cow")).toEqual(["36 6"]);
    expect(done(before, "hip-flexor")).toEqual(["L 15", "R 15"]);
  });

  it("take ten minutes or more on the floor, changeovers included", () => {
    expect(seconds(after)).toBeGreaterThanOrEqual(600);
    expect(done(after, "knee-to-chest")).toEqual(["L 20", "R 20", "L 20", "R 20"]);
    expect(done(after, "cat-cow")).toEqual(["48 8"]);
    expect(done(after, "hip-flexor")).toEqual(["L 25", "R 25", "L 25", "R 25"]);
    expect(done(after, "plank")).toEqual(["20", "20"]);
    expect(done(after, "bird-dog")).toEqual(["L 32 4", "R 32 4"]);
    expect(done(after, "child-pose")).toEqual(["30", "30"]);
    expect(done(after, "cobra")).toEqual(["48 6"]);
  });

  it("grow to 3 × 30 s of plank and 5-4-3 a side, each stage more than the one before, and no further", () => {
    const last = floorBlock({ stage: 4, brittle: false });
    expect(done(last, "plank")).toEqual(["30", "30", "30"]);
    expect(done(last, "bird-dog")).toEqual(["L 50 5", "R 50 5", "L 40 4", "R 40 4", "L 30 3", "R 30 3"]);
    for (const move of ["plank", "bird-dog"]) {
      const held = [0, 1, 2, 3, 4].map((stage) =>
        seconds(floorBlock({ stage, brittle: false }).filter((step) => step.move === move)),
      );
      expect(held).toEqual([...new Set(held)].sort((a, b) => a - b));
    }
    expect(floorBlock({ stage: 9, brittle: false })).toEqual(last);
  });

  it("are steps of the contract, with a changeover before each exercise", () => {
    for (const step of whole) expect(parse(PlannedStep, step)).toEqual(step);
    for (const block of [before, after]) {
      expect(block[0]?.move).toBe(READY);
      expect(block[block.length - 1]?.move).not.toBe(READY);
    }
  });

  it("leave knee to chest out for fragile bones", () => {
    expect(moves(warmupBlock({ brittle: true }))).toEqual(["cat-cow", "hip-flexor"]);
    expect(moves(floorBlock({ stage: 0, brittle: true }))).not.toContain("knee-to-chest");
  });
});

describe("the steps of a whole outing", () => {
  it("know where the floor begins, and what is left without it or without any exercise", () => {
    expect(floorFrom(whole)).toBe(before.length + ladderSteps(5).length);
    expect(withoutFloor(whole)).toEqual([...before, ...ladderSteps(5)]);
    expect(withoutExercises(whole)).toEqual(ladderSteps(5));
    expect(floorFrom(ladderSteps(5))).toBe(ladderSteps(5).length);
    expect(floorFrom(after)).toBe(after.length);
  });

  it("bend nobody's back within an hour of waking, and everybody's from the hour on", () => {
    expect(fitToWaking(whole, 60)).toEqual(whole);
    const early = fitToWaking(whole, 59);
    expect(moves(early.slice(0, early.length - after.length))).toEqual(["cat-cow-easy", "hip-flexor", null]);
    expect(early.slice(-after.length)).toEqual(after);
    expect(fitToWaking(early, 59)).toEqual(early);
  });

  it("warm up for eight minutes before running within an hour of waking, and for longer than that where it is planned", () => {
    for (const level of [4, 5, 25]) {
      const [first, ...rest] = fitToWaking(ladderSteps(level), 59);
      expect(first).toEqual({ kind: "warmup-walk", move: null, side: null, plannedS: level === 4 ? 300 : 480 });
      expect(rest).toEqual(ladderSteps(level).slice(1));
    }
    const longer = ladderSteps(5).map((step) => ({ ...step, plannedS: step.plannedS + 200 }));
    expect(fitToWaking(longer, 0)).toEqual(longer);
    expect(seconds(fitToWaking(ladderSteps(25), 59))).toBeLessThanOrEqual(40 * 60);
  });

  it("look at the floor exercises when they come: a minute short of the hour is too early", () => {
    const outingMin = seconds(withoutFloor(fitToWaking(whole, 0))) / 60;
    expect(moves(fitToWaking(whole, 60 - outingMin))).toContain("knee-to-chest");
    expect(moves(fitToWaking(whole, 59 - outingMin))).not.toContain("knee-to-chest");
  });
});

it("knows an easier version of every move but knee to chest, which is skipped", () => {
  const plain = MOVES.filter((move) => plainMove(move) === move);
  expect(plain.filter((move) => insteadOf(move) === null)).toEqual(["knee-to-chest"]);
  expect(insteadOf("cobra")).toBe("child-pose");
  for (const move of moves(after)) expect(MOVES).toContain(move);
});
