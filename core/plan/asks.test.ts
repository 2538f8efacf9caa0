import { describe, expect, it } from "vitest";
import type { LogEvent } from "../contract/event.ts";
import { checkin, morningOf, profile, screening, session } from "../progress/testing.ts";
import { day, planOn } from "./testing.ts";

const pre = (number: number, score: number, unwell?: boolean) => checkin("before", day(number), score, unwell);
const eight = (number: number) => screening(day(number), [], { last: 8 });

describe("questions 1 to 8 are asked again, without holding running back", () => {
  const asked = (number: number, events: readonly LogEvent[]) =>
    planOn(number, events).rules.find(({ id }) => id === "S.repeat")?.inputs;

  it.each<[string, LogEvent, boolean]>([
    ["PRE 5", pre(2, 5), false],
    ["PRE 6", pre(2, 6), true],
    ["PRE 10", pre(2, 10), true],
    ["unwell", pre(2, 1, true), true],
    ["well", pre(2, 1, false), false],
    ["a morning of 7", morningOf(day(2), 7), false],
  ])("after %s", (_, event, again) => {
    expect(asked(3, [event])).toEqual(again ? { days: 4, since: day(2) } : undefined);
    expect(planOn(3, [event]).level).toBe(10);
  });

  it("on the day itself by the day gate alone, or after its session", () => {
    expect(asked(2, [pre(2, 6)])).toBeUndefined();
    expect(planOn(2, [pre(2, 6)]).wouldChange.join()).toContain("safety questions 1 to 8");
    expect(asked(2, [pre(2, 6), session(day(2), { level: 1 })])).toEqual({ days: 3, since: day(2) });
  });

  it("until they are answered, on the same date or later", () => {
    expect(asked(9, [pre(2, 6)])).toEqual({ days: 10, since: day(2) });
    expect(asked(3, [pre(2, 6), eight(1)])).toEqual({ days: 2, since: day(2) });
    expect(asked(3, [pre(2, 6), eight(2)])).toBeUndefined();
    expect(asked(9, [pre(2, 6), eight(5)])).toBeUndefined();
    expect(asked(9, [pre(2, 6), eight(5), pre(7, 9)])).toEqual({ days: 4, since: day(7) });
  });

  it("with words of their own, and every four weeks", () => {
    expect(planOn(3, [pre(2, 6)]).wouldChange).toContain("Please answer safety questions 1 to 8 again.");
    expect(asked(26, [])).toBeUndefined();
    expect(asked(27, [])).toEqual({ days: 28, since: null });
    expect(planOn(27, []).wouldChange.join()).toContain("Four weeks have passed");
  });
});

it("walks stay at level 3 after a long pause, whatever was gained, until all questions are answered", () => {
  const back = [session(day(100), { level: 3 }), morningOf(day(101), 2)];
  expect(planOn(102, back)).toMatchObject({ level: 3 });
  expect(planOn(102, [...back, screening(day(102))])).toMatchObject({ level: 4 });
});

describe("longer runs beyond level 20", () => {
  const run = (number: number) => [session(day(number), { level: 20 }), morningOf(day(number + 1), 2)];
  const finished = [...run(1), ...run(3), ...run(5), ...run(8), ...run(10), ...run(12), ...run(15)];
  const offer = (events: readonly LogEvent[]) =>
    planOn(17, events, 20).rules.find(({ id }) => id === "H.opt-in")?.inputs.offer;
  const words = "Longer runs are there if you like: choose them under Limits in your plan.";

  it("are offered after two weeks of mornings of 2 at most", () => {
    expect(offer(finished)).toBe(true);
    expect(planOn(17, finished, 20).wouldChange).toContain(words);
    expect(offer([...finished, morningOf(day(7), 3)])).toBe(false);
  });

  it("are not offered again once the person has said no", () => {
    const no = [...finished, profile(day(14), { optIn: false })];
    expect(offer(no)).toBe(false);
    expect(planOn(17, no, 20).wouldChange).not.toContain(words);
  });
});
