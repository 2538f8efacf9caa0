import { describe, expect, it } from "vitest";
import type { LogEvent } from "../contract/event.ts";
import { morningOf, screening, session } from "../progress/testing.ts";
import { day, planOn } from "./testing.ts";

describe("a row of sessions that were not comfortable", () => {
  const told = (number: number, level: number, dur: number) => [
    session(day(number), { level, dur }),
    morningOf(day(number + 1), 2),
  ];
  const ambers = (count: number, level: number) =>
    Array.from({ length: count }, (_, index) => told(2 * index + 1, level, 4)).flat();
  const moving = "What moves you on:";

  it("says from the third on what would change it, at every count", () => {
    const sentence = (count: number) => planOn(2 * count, ambers(count, 10), 10).sentence;
    expect([1, 2, 3, 4].map((count) => sentence(count).includes(moving))).toEqual([false, false, true, true]);
  });

  it("suggests a professional at the sixth AMBER at the lowest levels, not before", () => {
    const sentence = (count: number) => planOn(2 * count, ambers(count, 0), 0).sentence;
    expect([4, 5, 6, 7].map((count) => sentence(count).includes("health professional"))).toEqual([
      ...[false, false],
      ...[true, true],
    ]);
  });

  it("starts to count anew with a RED between", () => {
    const events = [...ambers(3, 0), ...told(7, 0, 6)];
    const later = [9, 11, 13].flatMap((number) => told(number, 0, 4));
    expect(planOn(14, [...events, ...later], 0).sentence).not.toContain("health professional");
  });

  it("never steps back to the level it is at", () => {
    expect(planOn(4, ambers(2, 0), 0).sentence).toContain("so we stay at level 0,");
    expect(planOn(4, ambers(2, 1), 1).sentence).toContain("so we step back to level 0,");
    const calm = [screening(day(2), [], { last: 8 }), morningOf(day(3), 2)];
    const red = (level: number) => planOn(3, [session(day(1), { level, dur: 6 }), ...calm], level).sentence;
    expect(red(0)).toContain("so we stay at level 0,");
    expect(red(1)).toContain("so we go down to level 0,");
  });
});

describe("a morning that nobody could have told yet", () => {
  const sentence = (number: number, events: LogEvent[], level: number) => planOn(number, events, level).sentence;

  it("is no reason beside another one", () => {
    expect(sentence(1, [session(day(1), { level: 5 })], 8)).toContain("you took an easier session");
  });

  it("is none either where a second session of the date has no morning of its own", () => {
    const twice = [session(day(1), { level: 2, hour: 8 }), session(day(1), { level: 2, hour: 17 })];
    expect(sentence(1, twice, 2)).toContain("Tomorrow morning, tell us");
    expect(sentence(2, [...twice, morningOf(day(2), 1)], 2)).toContain("you move up to level 3");
    const worse = [...twice.slice(0, 1), session(day(1), { level: 2, hour: 17, rpe: 8 })];
    expect(sentence(2, [...worse, morningOf(day(2), 1)], 2)).toContain("it felt hard");
  });
});

describe("the sentence of a step back names the level of the plan", () => {
  it("after a failed trial", () => {
    const plan = planOn(
      3,
      [session(day(1), { level: 10, dur: 6 }), screening(day(2), [], { last: 8 }), morningOf(day(3), 2)],
      10,
      {
        trial: true,
      },
    );
    expect(plan).toMatchObject({ level: 5 });
    expect(plan.sentence).toContain("level 5,");
  });

  it("after a pause that followed it", () => {
    const events = [session(day(1), { level: 10, dur: 6 }), screening(day(2), [], { last: 8 }), morningOf(day(3), 2)];
    const plan = planOn(13, events);
    expect(plan).toMatchObject({ level: 7 });
    expect(plan.sentence).toContain("level 7,");
    expect(plan.rules.find((rule) => rule.id === "U.step-back-2")?.inputs).toEqual({ from: 10, to: 7 });
  });
});
