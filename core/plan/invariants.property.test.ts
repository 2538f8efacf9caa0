import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutExercises } from "../blocks/steps.ts";
import { addDays, epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Decision } from "../contract/plan.ts";
import { boutSeconds, runSeconds, walkSeconds } from "../ladder/ladder.ts";
import { placementLevel } from "../ladder/placement.ts";
import { EMPTY_CHECKPOINT } from "../progress/checkpoint.ts";
import { type JudgedSession, judgedSessions } from "../progress/judged.ts";
import { inOrder } from "../progress/order.ts";
import { profileOf } from "../progress/profile.ts";
import { sessionsOf } from "../progress/sessions.ts";
import { eventOn } from "../progress/testing.ts";
import { decide } from "./decide.ts";
import { type Issued, lifeOf, lived } from "./life.arbitrary.ts";

/** The limit only cuts shrinking short when a property fails. */
const RUNS = { numRuns: 60, interruptAfterTimeLimit: 25_000 };
const lives = lifeOf(70).map(lived);

const isRun = (decision: Decision) => decision.level !== null && decision.level >= 5;
const days = (from: string, to: string) => epochDay(to) - epochDay(from);

/** Plans that were issued, each with the log known then; every one, or one in so many. */
function eachPlan(check: (issued: Issued, known: readonly LogEvent[]) => void, oneIn = 1): void {
  fc.assert(
    fc.property(lives, fc.nat({ max: oneIn - 1 }), ({ events, issued }, first) => {
      for (let index = first; index < issued.length; index += oneIn) {
        const entry = issued[index];
        if (entry !== undefined) check(entry, events.slice(0, entry.known));
      }
    }),
    RUNS,
  );
}

/** Dates with running in them, of the sessions that were not deleted. */
function runDates(known: readonly LogEvent[]): string[] {
  const kept = sessionsOf(inOrder(known));
  return kept
    .filter(({ data }) => data.steps.some((s) => s.kind === "run" && s.doneS > 0))
    .map((k) => k.event.localDate);
}

/** Run seconds and bout that a judged session counts for, written anew from the words of invariants 1 and 2. */
function counted(session: JudgedSession, known: readonly LogEvent[]): { run: number; bout: number } {
  const level = Math.min(session.level, session.stateBefore.level);
  const kept = sessionsOf(inOrder(known)).find(({ data }) => data.sessionId === session.sessionId);
  const steps = kept === undefined ? [] : kept.data.steps;
  const credit = (kind: string) =>
    steps
      .filter((step) => step.kind === kind)
      .reduce((sum, step) => sum + (step.doneS + 3 >= step.plannedS ? step.plannedS : step.doneS), 0);
  const done = level < 5 ? (credit("walk") + credit("run")) / walkSeconds(level) : credit("run") / runSeconds(level);
  if (done >= 0.9) return { run: runSeconds(level), bout: boutSeconds(level) };
  const bouts = steps.filter((step) => step.kind === "run").map((step) => step.doneS);
  const ran = bouts.reduce((sum, bout) => sum + bout, 0);
  return { run: Math.min(ran, runSeconds(level)), bout: Math.min(Math.max(0, ...bouts), boutSeconds(level)) };
}

/** The placement counts as a completed session on the day before sign-up. */
function placed(known: readonly LogEvent[], date: string): { run: number; bout: number } {
  const judged = judgedSessions(EMPTY_CHECKPOINT, known);
  const firstSession = judged[0]?.localDate ?? "9999-12-31";
  const told = inOrder(known).filter((event) => event.type === "profile.changed.v1" && event.localDate <= firstSession);
  let level = 0;
  for (const event of told) {
    if (event.type === "profile.changed.v1" && event.data.placement) level = placementLevel(event.data.placement);
  }
  const start = known[0]?.localDate ?? date;
  return days(start, date) + 1 <= 30 ? { run: runSeconds(level), bout: boutSeconds(level) } : { run: 0, bout: 0 };
}

it("1 and 2: never plans more running or a longer bout than the last 30 days allow", () => {
  eachPlan(({ decision }, known) => {
    if (!isRun(decision) || decision.date === null || decision.level === null) return;
    const { date, level } = decision;
    const window = judgedSessions(EMPTY_CHECKPOINT, known)
      .filter((session) => days(session.localDate, date) >= 1 && days(session.localDate, date) <= 30)
      .map((session) => counted(session, known));
    window.push(placed(known, date));
    const run = Math.max(0, ...window.map((entry) => entry.run));
    const bout = Math.max(0, ...window.map((entry) => entry.bout));
    expect(runSeconds(level)).toBeLessThanOrEqual(Math.max(90, 1.1 * run + 1e-9, run + 90));
    expect(boutSeconds(level)).toBeLessThanOrEqual(Math.max(15, (bout <= 45 ? 1.5 : 1.34) * bout + 1e-9));
  }, 10);
});

it("3: never plans runs on consecutive days, nor more than four in seven", () => {
  eachPlan(({ decision }, known) => {
    const { date } = decision;
    if (!isRun(decision) || date === null) return;
    const runs = new Set(runDates(known));
    expect(runs.has(addDays(date, -1)) || runs.has(addDays(date, 1))).toBe(false);
    const week = [...runs].filter((run) => days(run, date) >= 0 && days(run, date) < 7);
    expect(week.length).toBeLessThan(4);
  });
});

it("4: moves up one level at a time, after GREEN only, at most twice a week and six times in four weeks", () => {
  fc.assert(
    fc.property(lives, ({ events }) => {
      const ups: [string, number][] = [];
      for (const { colour, localDate, stateBefore, stateAfter } of judgedSessions(EMPTY_CHECKPOINT, events)) {
        if (stateAfter.level <= stateBefore.level) continue;
        expect(colour).toBe("GREEN");
        expect(stateAfter.level).toBe(stateBefore.level + 1);
        ups.push([localDate, stateAfter.level]);
        const within = (span: number) => ups.filter(([date]) => days(date, localDate) < span);
        expect(within(7).length).toBeLessThanOrEqual(2);
        expect(within(28).filter(([, level]) => level >= 6).length).toBeLessThanOrEqual(6);
      }
    }),
    RUNS,
  );
});

it("5: never plans a run with a lock, unwell, at PRE 6 or more, or within 48 hours of a RED", () => {
  eachPlan(({ today, decision }, known) => {
    if (!isRun(decision) || decision.date === null) return;
    expect(decision.lock).toBeNull();
    const told = known.filter((event) => event.type === "checkin.reported.v1" && event.data.forDate === today);
    if (decision.date === today) {
      for (const event of told) {
        if (event.type !== "checkin.reported.v1") continue;
        expect(event.data.unwell === true).toBe(false);
        if (event.data.kind !== "morning") expect(event.data.back).toBeLessThan(6);
      }
    }
    const reds = judgedSessions(EMPTY_CHECKPOINT, known).filter((session) => session.colour === "RED");
    for (const red of reds) {
      const event = known.find((e) => e.type === "session.recorded.v1" && e.data.sessionId === red.sessionId);
      const ended = event?.type === "session.recorded.v1" ? Date.parse(event.data.endedAt) : 0;
      const start = Date.parse(`${decision.date}T${decision.startLocal}:00Z`);
      expect(start - ended).toBeGreaterThanOrEqual(48 * 3_600_000);
    }
  }, 10);
});

it("8, 9 and 10: warms up, gives its reasons, and stays within 40 minutes", () => {
  eachPlan(({ decision }) => {
    const { steps, rules, sentence, startLocal } = decision;
    expect(rules.length).toBeGreaterThan(0);
    expect(sentence).not.toBe("");
    expect(sentence).not.toMatch(/undefined|null|NaN/);
    expect(decision.wouldChange.join()).not.toMatch(/undefined|null|NaN/);
    const outing = withoutExercises(steps);
    expect(outing.reduce((sum, step) => sum + step.plannedS, 0)).toBeLessThanOrEqual(2400);
    if (!isRun(decision)) return;
    expect(startLocal).toMatch(/^\d\d:\d\d$/);
    expect(outing[0]).toMatchObject({ kind: "warmup-walk" });
    expect(outing[0]?.plannedS).toBeGreaterThanOrEqual(300);
  });
});

it("11: choosing easier or declining never raises the plan", () => {
  const choices = fc.constantFrom("easier", "decline", "accept", "move", "pause", "resume");
  fc.assert(
    fc.property(lives, choices, fc.nat(), fc.nat({ max: 25 }), ({ events, issued }, choice, pick, level) => {
      const entry = issued[pick % issued.length];
      if (entry === undefined) return;
      const known = events.slice(0, entry.known);
      const chosen = eventOn(
        "plan.chosen.v1",
        entry.today,
        { planId: null, choice, level, date: addDays(entry.today, 1) },
        23,
      );
      const after = [...known, chosen];
      const before = decide(EMPTY_CHECKPOINT, known, profileOf(EMPTY_CHECKPOINT, known), entry.today);
      const then = decide(EMPTY_CHECKPOINT, after, profileOf(EMPTY_CHECKPOINT, after), entry.today);
      if (choice === "resume" || before.level === null || then.level === null) return;
      // Eased for today only: another date has its own gate.
      if (before.rules.some((rule) => rule.id.startsWith("D.") && rule.id !== "D.go")) return;
      // On an earlier date a pause may have cost less; that is the date's doing.
      if (before.date !== null && then.date !== null && then.date < before.date) return;
      expect(then.level).toBeLessThanOrEqual(before.level);
    }),
    RUNS,
  );
});

it("12.13: a plan for a later date is what is decided on that date", () => {
  eachPlan(({ today, decision, checkpoint }, known) => {
    const { date, lock } = decision;
    if (date === null || date === today) return;
    const later = decide(checkpoint, known, profileOf(checkpoint, known), date);
    if (lock === null && later.lock !== null) return;
    expect([later.date, later.level]).toEqual([date, decision.level]);
  });
});
