import { describe, expect, it } from "vitest";
import { climbingViolations } from "../../bench/population/climbing.ts";
import { type Issued, violationsOf } from "../../bench/population/invariants.ts";
import { whatIfViolations } from "../../bench/population/what-if.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { Decision } from "../../core/contract/plan.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { decide } from "../../core/plan/decide.ts";
import { EMPTY_CHECKPOINT } from "../../core/progress/checkpoint.ts";
import { judgedSessions } from "../../core/progress/judged.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { checkin, eventOn, morningOf, profile, screening, session, testId } from "../../core/progress/testing.ts";

// The checker stands alone against the planner, so here it has to catch plans that are wrong on purpose.

const TODAY = "2026-03-05";
const JOGGER = { placement: { walkMin: 60, jog: { boutS: 30, timesPerWeek: 3, worstPain: 1 } }, usualPain: 2 };
const LOG: readonly LogEvent[] = [
  screening("2026-03-02"),
  profile("2026-03-02", { ...JOGGER, days: [1, 2, 3, 4, 5, 6, 7], wakeUp: "06:30", preferredStart: "08:00" }),
  session("2026-03-03", { level: 9 }),
  morningOf("2026-03-04", 2),
];

function issued(log: readonly LogEvent[], change: Partial<Decision> = {}): Issued {
  const own = profileOf(EMPTY_CHECKPOINT, log);
  const decision = { ...decide(EMPTY_CHECKPOINT, log, own, TODAY), ...change };
  return { today: TODAY, decision, profile: own, events: log, judged: judgedSessions(EMPTY_CHECKPOINT, log) };
}

const broken = (log: readonly LogEvent[], change: Partial<Decision> = {}): number[] =>
  violationsOf(issued(log, change)).map(({ invariant }) => invariant);
/** A run at level 9 today, whatever the log says. */
const RUN: Partial<Decision> = { date: TODAY, startLocal: "08:00", level: 9, steps: ladderSteps(9), lock: null };

/** Level 9 with another warm-up. */
const warmedUp = (plannedS: number): Decision["steps"] =>
  ladderSteps(9).map((step) => (step.kind === "warmup-walk" ? { ...step, plannedS } : step));

it("a plan as the planner made it breaks nothing", () => {
  expect(issued(LOG).decision).toMatchObject({ date: TODAY, level: 9 });
  expect(broken(LOG)).toEqual([]);
});

describe("each invariant is caught when it is broken", () => {
  it("1 and 2: too much running, and too long a bout", () => {
    expect(broken(LOG, { level: 9, steps: ladderSteps(13) })).toEqual([1, 2]);
    const [first, run, ...rest] = ladderSteps(9);
    if (first === undefined || run === undefined) throw new Error("no steps");
    expect(broken(LOG, { steps: [first, { ...run, plannedS: 46 }, ...rest] })).toEqual([2]);
  });

  it("3: runs on consecutive days, and five in seven", () => {
    expect(broken([...LOG, session("2026-03-04", { level: 9 })], RUN)).toContain(3);
    const four = ["2026-02-27", "2026-03-01", "2026-03-02", "2026-03-03"].map((date) => session(date, { level: 9 }));
    expect(broken([...LOG.slice(0, 2), ...four], RUN)).toContain(3);
    expect(broken(LOG, RUN)).toEqual([]);
  });

  it("4 and 7: a level gained without what it takes", () => {
    const judged = judgedSessions(EMPTY_CHECKPOINT, LOG).map((one) => ({
      ...one,
      stateAfter: { ...one.stateAfter, level: 11 },
    }));
    expect(climbingViolations(LOG, judged).map(({ what }) => what)).toEqual(["from 9 to 11 at once"]);
    const withoutMorning = judged.map((one) => ({
      ...one,
      colour: "NEUTRAL" as const,
      stateAfter: { ...one.stateAfter, level: 10 },
    }));
    expect(climbingViolations(LOG.slice(0, 3), withoutMorning).map(({ invariant }) => invariant)).toEqual([4, 7]);
  });

  it.each([
    ["a flag", screening("2026-03-04", [12])],
    ["unwell", checkin("before", TODAY, 1, true)],
    ["PRE of 6", checkin("before", TODAY, 6)],
    ["usual pain of 6", profile("2026-03-04", { usualPain: 6 })],
    ["a RED less than 48 hours ago", session("2026-03-03", { level: 9, leg: true, hour: 9 })],
  ])("5: a run with %s", (_, event) => {
    expect(broken([...LOG, event], RUN)).toContain(5);
  });

  it("7: a plan above the ladder, and one that a RED has not lowered", () => {
    expect(broken(LOG, { level: 10 })).toEqual([7]);
    expect(broken([...LOG.slice(0, 2), session("2026-03-01", { level: 9, dur: 7 })], RUN)).toContain(7);
  });

  it("8: a short warm-up, and a short one soon after waking", () => {
    expect(broken(LOG, { steps: warmedUp(299) })).toEqual([8]);
    expect(broken(LOG, { startLocal: "07:29" })).toEqual([8]);
    expect(broken(LOG, { startLocal: "07:29", steps: warmedUp(480) })).toEqual([]);
  });

  it("9: no rule, or no sentence", () => {
    expect(broken(LOG, { rules: [] })).toEqual([9]);
    expect(broken(LOG, { sentence: "" })).toEqual([9]);
  });

  it("10: a session beyond 40 minutes", () => {
    expect(broken(LOG, { steps: warmedUp(1200) })).toEqual([10]);
  });

  it("6, 9 and 11: what-ifs see a plan that is not the planner's", () => {
    const { decision } = issued(LOG);
    const known = { checkpoint: EMPTY_CHECKPOINT, tail: LOG };
    expect(whatIfViolations(known, TODAY, decision, testId())).toEqual([]);
    const lower = whatIfViolations(known, TODAY, { ...decision, level: 7 }, testId());
    expect(lower.map(({ invariant }) => invariant)).toEqual([9, 11, 11, 11]);
  });
});

it("a corrected or deleted session counts as it stands", () => {
  const [walk] = LOG.slice(2);
  if (walk?.type !== "session.recorded.v1") throw new Error("no session");
  const gone = { sessionId: walk.data.sessionId, sessionDate: walk.localDate };
  const next = session("2026-03-04", { level: 9 });
  const deleted = eventOn(
    "session.deleted.v1",
    "2026-03-04",
    { ...gone, sessionId: next.type === "session.recorded.v1" ? next.data.sessionId : "", sessionDate: "2026-03-04" },
    20,
  );
  expect(broken([...LOG, next], RUN)).toContain(3);
  expect(broken([...LOG, next, deleted], RUN)).not.toContain(3);
});
