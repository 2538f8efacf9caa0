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

describe("a step back from the next level", () => {
  const greens = (...numbers: number[]): LogEvent[] =>
    numbers.flatMap((number) => [session(day(number), { level: 8 }), morningOf(day(number + 1), 2)]);
  const levelAfter = (daysAgo: number) => {
    const stepBacks: [number, number][] = [[epochDay(day(3)) - daysAgo, 9]];
    return judgedSessions(personAt(8, SATURDAY, 2, { stepBacks }), greens(1, 3)).pop()?.stateAfter.level;
  };

  it("asks for one GREEN more for 60 days", () => {
    expect([60, 61].map(levelAfter)).toEqual([8, 9]);
  });
});
