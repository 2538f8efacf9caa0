import { describe, expect, it } from "vitest";
import type { LogEvent } from "../contract/event.ts";
import { checkin, eventOn, morningOf, screening, session } from "../progress/testing.ts";
import { day, planOn } from "./testing.ts";

const red = (number: number, level = 0) => session(day(number), { level, dur: 7 });
const pre = (number: number, score: number) => checkin("before", day(number), score);
const cleared = (number: number, assessed: boolean, usualPain = 2) =>
  eventOn("clearance.confirmed.v1", day(number), { assessed, usualPain }, 20);
const rmdq = (number: number, sum: number) =>
  eventOn("questionnaire.answered.v1", day(number), {
    kind: "rmdq",
    items: Array.from({ length: 24 }, (_, index) => (index < sum ? 1 : 0)),
    version: 1,
  });
const calm = (from: number, to: number) => {
  const mornings: LogEvent[] = [];
  for (let number = from; number <= to; number += 1) mornings.push(morningOf(day(number), 2));
  return mornings;
};

type Case = [name: string, events: LogEvent[], today: number, locked: boolean];

describe("rest and refer begins with", () => {
  it.each<Case>([
    ["two REDs 14 days apart", [red(1), red(15)], 16, true],
    ["two REDs 15 days apart", [red(1), red(16)], 17, false],
    ["three REDs within 42 days", [red(1), red(22), red(43)], 44, true],
    ["three REDs within 43 days", [red(1), red(22), red(44)], 45, false],
    ["two REDs on one date", [red(1), red(1)], 2, false],
    ["three PRE dates running at 6", [pre(1, 6), pre(4, 6), pre(9, 6)], 10, true],
    ["two PRE dates at 6", [pre(1, 6), pre(4, 6)], 5, false],
    ["three at 6 with a lower one between", [pre(1, 6), pre(2, 6), pre(3, 5), pre(4, 6)], 5, false],
    ["PRE 8 two days running", [pre(1, 8), pre(2, 8)], 3, true],
    ["PRE 8 two days apart", [pre(1, 8), pre(3, 8)], 4, false],
    ["RMDQ 5 up", [rmdq(1, 6), rmdq(8, 11)], 9, true],
    ["RMDQ 4 up", [rmdq(1, 6), rmdq(8, 10)], 9, false],
    ["RMDQ 5 up within a date", [rmdq(1, 6), rmdq(1, 11)], 2, true],
    ["RMDQ 4 up within a date, and 4 again later", [rmdq(1, 6), rmdq(1, 10), rmdq(8, 14)], 9, false],
    ["RMDQ 5 up from the latest of a date", [rmdq(1, 11), rmdq(1, 7), rmdq(8, 12)], 9, true],
    ["RMDQ 5 up on a date whose latest is lower again", [rmdq(1, 6), rmdq(8, 11), rmdq(8, 7)], 9, true],
  ])("%s", (_, events, today, locked) => {
    const plan = planOn(today, events);
    expect(plan.lock === null ? null : plan.lock.kind).toBe(locked ? "pain" : null);
    if (locked) expect(plan.state).toBe("rest-and-refer");
  });

  it("a trend of 2 at two weekly checks running", () => {
    const scores = [0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 6, 6, 6, 6, 6, 6, 6];
    const mornings = scores.map((score, index) => morningOf(day(index + 1), score));
    const lockedOn = (count: number) => planOn(count, mornings.slice(0, count)).lock?.since ?? null;
    expect(lockedOn(19)).toBeNull();
    expect(lockedOn(20)).toBe(day(20));
  });
});

describe("while locked for pain", () => {
  const locked = [red(1), red(3)];

  it("offers walks up to L2 while the latest score is 5 or less, else rest", () => {
    expect(planOn(4, [...locked, pre(4, 5)])).toMatchObject({ level: 2, state: "rest-and-refer" });
    expect(planOn(4, [...locked, morningOf(day(4), 6)])).toMatchObject({ level: null, state: "rest-and-refer" });
  });

  it("unlocks with three quiet mornings running and then the person's word, at L10 at most", () => {
    const state = { stepBacks: [] };
    const plan = planOn(7, [...locked, ...calm(4, 6), cleared(6, false)], 16, state);
    expect(plan.lock).toBeNull();
    const open = [...locked, ...calm(4, 6), cleared(6, false), screening(day(6), [], { last: 8 })];
    expect(planOn(7, open, 16).level).toBe(10);
  });

  it.each([
    ["two quiet mornings", [...calm(4, 5), cleared(5, true)], 6],
    ["three with a gap", [...calm(4, 5), ...calm(7, 7), cleared(7, true)], 8],
    ["the word before the third morning", [...calm(4, 5), cleared(5, true), ...calm(6, 6)], 7],
    ["usual pain 6", [...calm(4, 6), cleared(6, true, 6)], 7],
    ["a sore morning after them", [...calm(4, 6), morningOf(day(7), 5), cleared(7, true)], 8],
    ["no word", calm(4, 12), 12],
  ] as [string, LogEvent[], number][])("stays locked with %s", (_, events, today) => {
    expect(planOn(today, [...locked, ...events]).lock).not.toBeNull();
  });

  it("is not unlocked by a word given before it, whatever date that carries", () => {
    const said = (at: string): LogEvent => ({ ...cleared(7, false), at });
    const planWith = (at: string) => planOn(8, [...locked, ...calm(4, 6), said(at)]);
    expect(planWith(`${day(2)}T09:59:59Z`).lock?.kind).toBe("pain");
    expect(planWith(`${day(2)}T10:00:00Z`).lock).toBeNull();
  });

  it("starts two levels lower when something else than REDs caused the lock", () => {
    const high = [pre(1, 6), pre(2, 6), pre(3, 6)];
    expect(planOn(7, [...high, ...calm(4, 6), cleared(6, false)], 8).level).toBe(6);
    expect(planOn(7, [...high, ...calm(4, 6), cleared(6, false)], 18).level).toBe(10);
  });
});

describe("a screening lock", () => {
  it.each([
    [2, "E"],
    [7, "U"],
  ])("for question %i is %s: rest only, with its text", (question, kind) => {
    const plan = planOn(2, [screening(day(1), [question], { last: 8 })]);
    expect(plan).toMatchObject({ level: null, steps: [], date: null, state: "rest-and-refer", lock: { kind } });
    expect(plan.lock?.text).not.toBe("");
  });

  it("for a C question leaves gentle walks", () => {
    expect(planOn(2, [screening(day(1), [12])])).toMatchObject({ level: 2, lock: { kind: "C", since: day(1) } });
  });

  it("cannot be answered away, only cleared by somebody who was assessed", () => {
    const yes = screening(day(1), [7]);
    expect(planOn(4, [yes, screening(day(2))]).lock?.kind).toBe("U");
    expect(planOn(4, [yes, cleared(3, false)]).lock?.kind).toBe("U");
    expect(planOn(4, [yes, cleared(3, true, 6)]).lock?.kind).toBe("U");
    expect(planOn(4, [yes, cleared(3, true, 5)])).toMatchObject({ lock: null, level: 8 });
    expect(planOn(4, [cleared(1, true), screening(day(2), [7])]).lock?.kind).toBe("U");
  });

  it("comes from a usual pain of 6 or more, and from a session stopped for a red flag", () => {
    const told = eventOn("profile.changed.v1", day(1), { usualPain: 6 });
    expect(planOn(2, [told]).lock?.kind).toBe("C");
    const flag = session(day(1), { level: 10, share: 0.5, over: { outcome: "stopped", reason: "red-flag" } });
    expect(planOn(2, [flag]).lock?.kind).toBe("E");
  });

  it("joins a pain lock with a usual pain of 6 or more, and then takes an assessment", () => {
    const locked = [red(1), red(3), ...calm(4, 7)];
    expect(planOn(8, [...locked, cleared(7, false, 5)]).lock).toBeNull();
    expect(planOn(8, [...locked, cleared(7, false, 6)]).lock?.kind).toBe("C");
    expect(planOn(9, [...locked, cleared(7, false, 6), cleared(8, false, 2)]).lock?.kind).toBe("C");
    expect(planOn(9, [...locked, cleared(7, false, 6), cleared(8, true, 2)]).lock).toBeNull();
    expect(planOn(9, [...locked, screening(day(5), [6]), cleared(7, true, 7)]).lock?.kind).toBe("U");
  });

  it("outranks a pain lock, and then needs both ways out", () => {
    const both = [red(1), red(3), screening(day(3), [12])];
    expect(planOn(4, both).lock?.kind).toBe("C");
    expect(planOn(8, [...both, ...calm(4, 6), cleared(6, false)]).lock).not.toBeNull();
    expect(planOn(8, [...both, cleared(4, true)]).lock).not.toBeNull();
    expect(planOn(8, [...both, ...calm(4, 6), cleared(6, true)]).lock).toBeNull();
  });

  it("gives no plan to anybody under 18, by answer or by birth year", () => {
    const minor = planOn(2, [screening(day(1), [16], { urgent: [16] }), cleared(1, true)]);
    expect(minor).toMatchObject({ level: null, state: "rest-and-refer" });
    expect(minor.sentence).toContain("adults");
    const urgent = planOn(2, [screening(day(1), [1, 16], { urgent: [16] })]);
    expect(urgent).toMatchObject({ level: null, lock: { kind: "E" } });
    expect(urgent.lock?.text).toContain("emergency care now");
    expect(planOn(2, [eventOn("profile.changed.v1", day(1), { birthYear: 2009 })]).level).toBeNull();
    expect(planOn(2, [eventOn("profile.changed.v1", day(1), { birthYear: 2008 })]).level).toBe(10);
  });
});
