import { describe, expect, it } from "vitest";
import { addDays, epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { judgedSessions } from "./judged.ts";
import { doneSteps, morningOf, personAt, session } from "./testing.ts";

// Limits that nothing else here looks at from both sides.

const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);

/** The colour of a quiet session at a level whose runs were so many seconds longer or shorter, the first by some more. */
function colourOf(level: number, each: number, first = 0): string | undefined {
  const steps = doneSteps(level, 1);
  const firstRun = steps.findIndex(({ kind }) => kind === "run");
  const done = steps.map((step, index) =>
    step.kind === "run" ? { ...step, doneS: step.doneS + each + (index === firstRun ? first : 0) } : step,
  );
  const events = [session(day(1), { level, over: { steps: done } }), morningOf(day(2), 2)];
  return judgedSessions(personAt(level, SATURDAY), events)[0]?.colour;
}

describe("done and overrun", () => {
  it("a bout within 3 s of its time is whole, one of 4 s less is not", () => {
    expect(colourOf(5, -3)).toBe("GREEN");
    expect(colourOf(5, -4)).toBe("NEUTRAL");
  });

  it("more running by 30 s is none, where 10 % is less", () => {
    expect(colourOf(5, 0, 30)).toBe("GREEN");
    expect(colourOf(5, 0, 31)).toBe("NEUTRAL");
  });

  it("more running by 10 % is none, where 30 s is less", () => {
    expect(colourOf(12, 0, 48)).toBe("GREEN");
    expect(colourOf(12, 0, 49)).toBe("NEUTRAL");
  });
});

const greensAt = (level: number, ...numbers: number[]): LogEvent[] =>
  numbers.flatMap((number) => [session(day(number), { level }), morningOf(day(number + 1), 2)]);

describe("a step back from the next level", () => {
  const levelAfter = (daysAgo: number) => {
    const stepBacks: [number, number][] = [[epochDay(day(3)) - daysAgo, 9]];
    return judgedSessions(personAt(8, SATURDAY, 2, { stepBacks }), greensAt(8, 1, 3)).pop()?.stateAfter.level;
  };

  it("asks for one GREEN more for 60 days", () => {
    expect([60, 61].map(levelAfter)).toEqual([8, 9]);
  });
});

describe("six levels up in 28 days", () => {
  /** The level after two GREENs, with six levels up before them, the first of which to `target`. */
  const levelAfter = (level: number, target: number) => {
    const ups = [27, 23, 19, 15, 11, 8].map((ago, index): [number, number] => [
      epochDay(day(3)) - ago,
      index === 0 ? target : 8,
    ]);
    return judgedSessions(personAt(level, SATURDAY, 2, { ups }), greensAt(level, 1, 3)).pop()?.stateAfter.level;
  };

  it("count from level 6, and hold from level 6", () => {
    expect([levelAfter(8, 6), levelAfter(8, 5)]).toEqual([8, 9]);
    expect([levelAfter(5, 6), levelAfter(4, 6)]).toEqual([5, 5]);
  });
});

describe("the offer of longer runs", () => {
  /** Whether it is made after a second GREEN at level 20 on day 14, with its morning and others. */
  const offer = (...mornings: [number: number, score: number][]) => {
    const ready = { streak: 1, gap: { since: epochDay(day(10)), level: 20 } };
    const events = [...greensAt(20, 14), ...mornings.map(([number, score]) => morningOf(day(number), score))];
    const rules = judgedSessions(personAt(20, SATURDAY, 2, ready), events).pop()?.rules;
    return rules?.find(({ id }) => id === "H.opt-in")?.inputs.offer;
  };

  it("takes three mornings of 14 days, each of 2 at most", () => {
    expect([offer([8, 2]), offer([8, 2], [9, 2])]).toEqual([false, true]);
    expect([offer([8, 2], [9, 2], [2, 3]), offer([8, 2], [9, 2], [1, 3])]).toEqual([false, true]);
    expect([offer([1, 2], [9, 2]), offer([2, 2], [9, 2])]).toEqual([false, true]);
  });
});
