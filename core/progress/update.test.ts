import { describe, expect, it } from "vitest";
import { addDays, epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { judgedSessions } from "./judged.ts";
import type { State } from "./state.ts";
import { morningOf, personAt, screening, session, type Told } from "./testing.ts";
import { walk } from "./walk.ts";

const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);

/** A session with its morning after; AM null: not given. */
function played(number: number, told: Told, am: number | null = 2): LogEvent[] {
  const events = [session(day(number), told)];
  return am === null ? events : [...events, morningOf(day(number + 1), am)];
}

function levels(level: number, events: LogEvent[], more: Partial<State> = {}): number[] {
  return judgedSessions(personAt(level, SATURDAY, 2, more), events).map((entry) => entry.stateAfter.level);
}

function stateAfter(level: number, events: LogEvent[], today: number, more: Partial<State> = {}): State {
  return walk(personAt(level, SATURDAY, 2, more), events, epochDay(day(today))).state;
}

const back = (number: number) => epochDay(day(number));
const greens = (level: number, ...numbers: number[]) => numbers.flatMap((number) => played(number, { level }));

describe("GREEN sessions that a level needs", () => {
  it("is one up to L3, two from L4, three beyond L20", () => {
    expect(levels(3, greens(3, 1))).toEqual([4]);
    expect(levels(4, greens(4, 1, 3))).toEqual([4, 5]);
    expect(levels(21, greens(21, 1, 3, 5), { optIn: true })).toEqual([21, 21, 22]);
  });

  it("is one more for each step back from the target in 60 days, two more at most", () => {
    const ago = (days: number, from = 9): [number, number] => [back(3) - days, from];
    expect(levels(8, greens(8, 1, 3), { stepBacks: [ago(60)] })).toEqual([8, 8]);
    expect(levels(8, greens(8, 1, 3, 5), { stepBacks: [ago(60)] })).toEqual([8, 8, 9]);
    expect(levels(8, greens(8, 1, 3), { stepBacks: [ago(63)] })).toEqual([8, 9]);
    expect(levels(8, greens(8, 1, 3), { stepBacks: [ago(9, 10), ago(9, 8)] })).toEqual([8, 9]);
    const many = [ago(9), ago(8), ago(7)];
    expect(levels(8, greens(8, 1, 3, 5, 7), { stepBacks: many })).toEqual([8, 8, 8, 9]);
  });
});

describe("what holds a level although its GREENs are there", () => {
  it("is an up on the day before, while walking", () => {
    expect(levels(1, greens(1, 1).concat(greens(2, 2)))).toEqual([2, 2]);
    expect(levels(1, greens(1, 1).concat(greens(2, 3)))).toEqual([2, 3]);
  });

  it("is two ups within seven days, or six to L6 or more within 28", () => {
    const ups: [number, number][] = [
      [back(3) - 6, 7],
      [back(3) - 4, 8],
    ];
    expect(levels(8, greens(8, 1, 3), { ups })).toEqual([8, 8]);
    expect(
      levels(8, greens(8, 1, 3), {
        ups: [
          [back(3) - 7, 7],
          [back(3) - 4, 8],
        ],
      }),
    ).toEqual([8, 9]);
    const six = [27, 23, 19, 15, 11, 8].map((days): [number, number] => [back(3) - days, 8]);
    expect(levels(8, greens(8, 1, 3), { ups: six })).toEqual([8, 8]);
    expect(levels(8, greens(8, 1, 3, 5), { ups: six })).toEqual([8, 8, 9]);
    const older = six.map(([date, target], index): [number, number] => [index === 0 ? date - 1 : date, target]);
    expect(levels(8, greens(8, 1, 3), { ups: older })).toEqual([8, 9]);
  });

  it("keeps the streak, so that the next GREEN moves up", () => {
    const ups: [number, number][] = [
      [back(3) - 5, 7],
      [back(3) - 4, 8],
    ];
    expect(stateAfter(8, greens(8, 1, 3), 4, { ups })).toMatchObject({ level: 8, streak: 2 });
    expect(levels(8, greens(8, 1, 3, 5), { ups })).toEqual([8, 8, 9]);
  });

  it("is the opt-in at L20 and a therapist's ceiling", () => {
    expect(levels(20, greens(20, 1, 3))).toEqual([20, 20]);
    expect(levels(20, greens(20, 1, 3), { optIn: true })).toEqual([20, 21]);
    expect(levels(8, greens(8, 1, 3), { ceiling: 8 })).toEqual([8, 8]);
  });

  it("is a rise of the mornings by one, and mornings well above the reference", () => {
    const calm = [1, 2].map((number) => morningOf(day(number), 1));
    const sorer = [6, 7].map((number) => morningOf(day(number), 3));
    const rising = [...calm, ...sorer, ...greens(8, 8)];
    expect(levels(8, rising, { streak: 1 })).toEqual([8]);
    expect(levels(8, [...sorer, ...greens(8, 8)], { streak: 1 })).toEqual([9]);
    const person = { usual: 1, reference: 1 };
    const used = [1, 2, 3].map((number) => morningOf(day(number), 3));
    const sore = [4, 6].flatMap((number) => played(number, { level: 8, pre: 3, dur: 3, post: 3 }, 3));
    expect(levels(8, [...used, ...sore], person)).toEqual([8, 8]);
    expect(stateAfter(8, [...used, ...sore], 7, person)).toMatchObject({ streak: 2, driftSince: back(5) });
    expect(levels(8, [...used, ...sore], { usual: 2, reference: 2 })).toEqual([8, 9]);
  });
});

describe("a steep trend of mornings", () => {
  const mornings = [1, 2, 3].map((number) => morningOf(day(number), 0));
  const steep = [8, 9].map((number) => morningOf(day(number), 3));
  const first = [...mornings, ...steep, ...played(9, { level: 8 }, 3)];

  it("steps back one level with the session's own morning", () => {
    const state = stateAfter(8, first, 10);
    expect(state).toMatchObject({ level: 7, streak: 0, trendStepAt: back(10) });
    expect(state.last).toMatchObject({ outcome: "step-back-1" });
    expect(state.stepBacks).toEqual([]);
  });

  it("does so once in seven days, and holds the level that long", () => {
    const again = [...first, ...played(11, { level: 7 }, 3), ...played(13, { level: 7 }, 3)];
    expect(levels(8, again)).toEqual([7, 7, 7]);
    expect(stateAfter(8, again, 14).streak).toBe(2);
  });

  it("forbids the next level for seven days, the eighth is free again", () => {
    const state = (days: number) => ({ streak: 1, trendStepAt: back(4) - days });
    expect(levels(8, greens(8, 3), state(7))).toEqual([8]);
    expect(levels(8, greens(8, 3), state(8))).toEqual([9]);
  });

  it("may step back again from the seventh day", () => {
    const step = (days: number) => levels(8, first, { trendStepAt: back(10) - days });
    expect(step(6)).toEqual([8]);
    expect(step(7)).toEqual([7]);
  });

  it("does not add to the step back of a RED", () => {
    const red = [...mornings, ...steep, session(day(9), { level: 8, dur: 6 }), morningOf(day(10), 3)];
    expect(levels(8, red)).toEqual([6]);
  });
});

describe("after a RED", () => {
  const red = () => played(1, { level: 10, dur: 6 }, 2);
  const quiet = (number: number, am = 3) => morningOf(day(number), am);
  const no = (number: number) => screening(day(number), [], { last: 8 });
  const held = (events: LogEvent[], today: number) => stateAfter(10, [...red(), ...events], today).redHold !== null;

  it("holds running back until a quiet morning two days after or later, and the eight answers", () => {
    expect(held([no(2)], 2)).toBe(true);
    expect(held([no(2), quiet(3)], 3)).toBe(false);
    expect(held([no(2), quiet(3, 4)], 3)).toBe(true);
    expect(held([quiet(3)], 9)).toBe(true);
    expect(held([quiet(3), no(5)], 5)).toBe(false);
    expect(held([no(2), quiet(3, 6), quiet(8, 3)], 8)).toBe(false);
  });

  it("counts only answers given after it", () => {
    const early = screening(day(1), [], { last: 8 });
    expect(held([early, quiet(3)], 3)).toBe(true);
  });

  it("lowers by two levels, from anywhere, and never below 0", () => {
    expect(levels(10, red())).toEqual([8]);
    expect(levels(1, [session(day(1), { level: 1, leg: true })])).toEqual([0]);
  });

  it("lets walks instead of runs keep no level alive", () => {
    const walks = [3, 6, 9, 12].flatMap((number) => played(number, { level: 2 }));
    expect(stateAfter(10, [...red(), ...walks], 13).gap).toEqual({ since: back(1), level: 8 });
    expect(levels(10, [...red(), ...walks]).pop()).toBe(7);
  });
});

describe("two AMBERs in a row", () => {
  const amber = (number: number) => played(number, { level: 10, dur: 4 });

  it("step back, also with a NEUTRAL between, but not with a GREEN between", () => {
    expect(levels(10, [...amber(1), ...amber(3)])).toEqual([10, 9]);
    expect(levels(10, [...amber(1), ...played(3, { level: 10 }, null), ...amber(6)])).toEqual([10, 10, 9]);
    expect(levels(10, [...amber(1), ...greens(10, 3), ...amber(5)])).toEqual([10, 10, 10]);
  });

  it("start the count again", () => {
    const four = [...amber(1), ...amber(3), ...played(5, { level: 9, dur: 4 }), ...played(7, { level: 9, dur: 4 })];
    expect(levels(10, four)).toEqual([10, 9, 9, 8]);
  });
});

describe("a trial", () => {
  const trial = { trial: true };

  it("ends with the first GREEN, after which AMBER is an AMBER like any other", () => {
    expect(levels(10, [...greens(10, 1), ...played(3, { level: 10, dur: 4 })], trial)).toEqual([10, 10]);
  });

  it("outlasts a NEUTRAL, and ends on L5 at most with AMBER or RED", () => {
    const amber = [...played(1, { level: 10 }, null), ...played(3, { level: 10, dur: 4 })];
    expect(levels(10, amber, trial)).toEqual([10, 5]);
    expect(levels(10, played(1, { level: 10, dur: 6 }), trial)).toEqual([5]);
    expect(levels(6, played(1, { level: 6, dur: 6 }), trial)).toEqual([4]);
  });
});

it("counts this session's own running for the level that follows it", () => {
  const fresh = { ...personAt(5, SATURDAY, 2, { streak: 1 }), load: [] };
  expect(judgedSessions(fresh, greens(5, 1)).map((entry) => entry.stateAfter.level)).toEqual([6]);
});

it("counts AMBERs in a row at the lowest levels, without a lock", () => {
  const six = [1, 3, 5, 7, 9, 11].flatMap((number) => played(number, { level: 0, rpe: 8 }));
  expect(stateAfter(0, six, 12)).toMatchObject({ lowAmbers: 6, lock: null, level: 0 });
  expect(stateAfter(2, six, 12)).toMatchObject({ lowAmbers: 4, level: 0 });
  expect(stateAfter(0, [...six, ...greens(0, 13)], 14).lowAmbers).toBe(0);
  const red = session(day(13), { level: 0, dur: 6 });
  expect(stateAfter(0, [...six, red], 14).lowAmbers).toBe(0);
});
