import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { judgedSessions } from "../progress/judged.ts";
import { profileOf } from "../progress/profile.ts";
import { morningOf, personAt, screening, session, type Told } from "../progress/testing.ts";
import { decide } from "./decide.ts";

/** The Saturday on which the person last completed the level; day 1 of each history is the Monday after. */
const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);

/** Level, PRE/DUR/POST/AM and RPE of a session, as the table of plan-rules §11 writes it. AM null: never given. */
function played(number: number, level: number, scores: string, rpe: number): LogEvent[] {
  const [pre, dur, post, am] = scores.split("/").map((score) => (score === "-" ? null : Number(score)));
  const told: Told = { level, rpe, pre: pre ?? null, dur: dur ?? null, post: post ?? null };
  const morning = am === null || am === undefined ? [] : [morningOf(day(number + 1), am)];
  return [session(day(number), told), ...morning];
}

function outcome(level: number, events: LogEvent[], today: number, usual = 2) {
  const checkpoint = personAt(level, SATURDAY, usual);
  const judged = judgedSessions(checkpoint, events);
  const plan = decide(checkpoint, events, profileOf(checkpoint, events), day(today));
  const last = judged[judged.length - 1];
  return { colours: judged.map((entry) => entry.colour), last: last?.stateAfter, plan };
}

describe("the worked examples of plan-rules §11", () => {
  it("1: L8 twice, two days apart, moves up to L9", () => {
    const { colours, plan } = outcome(8, [...played(1, 8, "2/3/2/2", 4), ...played(3, 8, "2/3/2/2", 4)], 4);
    expect(colours).toEqual(["GREEN", "GREEN"]);
    expect(plan).toMatchObject({ state: "progress", level: 9, date: day(5) });
  });

  it("2: L8, then L8 with RPE 6, holds L8 with streak 1", () => {
    const { colours, last, plan } = outcome(8, [...played(1, 8, "2/3/2/2", 4), ...played(3, 8, "2/3/2/2", 6)], 4);
    expect(colours).toEqual(["GREEN", "NEUTRAL"]);
    expect(last).toMatchObject({ level: 8, streak: 1 });
    expect(plan).toMatchObject({ state: "hold", level: 8 });
  });

  it("3: L10 with 4 on the way is AMBER and holds L10 with streak 0", () => {
    const { colours, last, plan } = outcome(10, played(1, 10, "2/4/3/2", 5), 2);
    expect(colours).toEqual(["AMBER"]);
    expect(last).toEqual({ level: 10, streak: 0, ambers: 1 });
    expect(plan).toMatchObject({ state: "hold", level: 10 });
  });

  it("4: a second AMBER goes down to L9", () => {
    const { colours, plan } = outcome(10, [...played(1, 10, "2/4/3/2", 5), ...played(3, 10, "2/3/3/4", 5)], 4);
    expect(colours).toEqual(["AMBER", "AMBER"]);
    expect(plan).toMatchObject({ state: "step-back-1", level: 9 });
  });

  it("5: L12 RED goes down to L10, no run for 48 hours, and the questions again", () => {
    const { colours, last, plan } = outcome(12, played(1, 12, "2/6/5/4", 6), 2);
    expect(colours).toEqual(["RED"]);
    expect(last).toMatchObject({ level: 10, streak: 0 });
    expect(plan).toMatchObject({ state: "step-back-2", level: 2, date: day(3) });
    expect(plan.rules.find((rule) => rule.id === "U.red-hold")?.inputs).toMatchObject({
      quiet: false,
      answered: false,
    });
  });

  const red = () => played(1, 12, "2/6/5/4", 6);

  it("6: a second RED within 14 days rests and refers", () => {
    const freed = [...red(), morningOf(day(3), 2), screening(day(2), [], { last: 8 })];
    const before = outcome(12, freed, 3);
    expect(before.plan).toMatchObject({ level: 10, lock: null });
    const { colours, plan } = outcome(12, [...freed, ...played(5, 10, "2/3/3/6", 4)], 6);
    expect(colours).toEqual(["RED", "RED"]);
    expect(plan).toMatchObject({ state: "rest-and-refer", lock: { kind: "pain" } });
  });

  it("6a: a RED by the morning alone during the hold is AMBER and no second RED", () => {
    const { colours, plan } = outcome(12, [...red(), ...played(3, 2, "2/2/2/6", 3)], 4);
    expect(colours).toEqual(["RED", "AMBER"]);
    expect(plan.lock).toBeNull();
  });

  it("7: L14 GREEN, then 11 days missed, goes down to L13 with streak 0", () => {
    const { colours, plan } = outcome(14, played(1, 14, "1/2/1/1", 4), 13, 1);
    expect(colours).toEqual(["GREEN"]);
    expect(plan).toMatchObject({ level: 13, date: day(13) });
    expect(plan.rules.find((rule) => rule.id === "G.gap")?.inputs).toEqual({ days: 12, from: 14, to: 13 });
    const again = outcome(14, [...played(1, 14, "1/2/1/1", 4), ...played(13, 13, "1/2/1/1", 4)], 14, 1).plan;
    expect(again.rules.find((rule) => rule.id === "U.hold")?.inputs).toMatchObject({ level: 13, streak: 1 });
  });

  it("8: L17 GREEN, then 40 days off, starts at L5 with 90 s of running in all", () => {
    const { plan } = outcome(17, played(1, 17, "2/2/2/2", 4), 41);
    expect(plan.level).toBe(5);
    expect(plan.steps.reduce((sum, step) => sum + (step.kind === "run" ? step.plannedS : 0), 0)).toBe(90);
  });

  it("8a: L6 GREEN, then 40 days off, starts at L2", () => {
    expect(outcome(6, played(1, 6, "2/2/2/2", 4), 41).plan.level).toBe(2);
  });

  it("9: at BASE 4, L9 moves up after three GREENs, not after two", () => {
    const two = [...played(1, 9, "4/5/4/4", 4), ...played(3, 9, "4/5/4/4", 4)];
    expect(outcome(9, two, 4, 4).plan).toMatchObject({ state: "hold", level: 9 });
    const three = outcome(9, [...two, ...played(5, 9, "4/5/4/4", 4)], 6, 4);
    expect(three.colours).toEqual(["GREEN", "GREEN", "GREEN"]);
    expect(three.plan).toMatchObject({ state: "progress", level: 10 });
  });

  it("10: L9 GREEN, then L9 without its morning, is NEUTRAL and holds L9 with streak 1", () => {
    const { colours, last, plan } = outcome(9, [...played(1, 9, "2/2/2/2", 4), ...played(3, 9, "2/2/2/-", 4)], 5);
    expect(colours).toEqual(["GREEN", "NEUTRAL"]);
    expect(last).toMatchObject({ level: 9, streak: 1 });
    expect(plan).toMatchObject({ state: "hold", level: 9 });
  });
});
