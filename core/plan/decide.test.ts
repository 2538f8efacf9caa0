import { describe, expect, it } from "vitest";
import { epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Decision } from "../contract/plan.ts";
import type { ProfileChange } from "../contract/profile.ts";
import { EMPTY_CHECKPOINT } from "../progress/checkpoint.ts";
import { profileOf } from "../progress/profile.ts";
import { checkin, eventOn, morningOf, profile, screening, session } from "../progress/testing.ts";
import { decide } from "./decide.ts";
import { day, planOn } from "./testing.ts";

const told = (number: number, data: ProfileChange) => profile(day(number), data);
const chosen = (number: number, data: Partial<Extract<LogEvent, { type: "plan.chosen.v1" }>["data"]>) =>
  eventOn("plan.chosen.v1", day(number), { planId: null, choice: "accept", ...data }, 21);
const ids = (plan: Decision) => plan.rules.map((rule) => rule.id);

describe("before the first session", () => {
  const decided = (events: LogEvent[], today = "2026-03-09") =>
    decide(EMPTY_CHECKPOINT, events, profileOf(EMPTY_CHECKPOINT, events), today);
  const placed = profile("2026-03-09", { placement: { walkMin: 12, jog: null }, usualPain: 3 });

  it("waits for the safety questions and the placement", () => {
    expect(decided([])).toMatchObject({ state: "setup", level: null, date: null, steps: [] });
    expect(ids(decided([]))).toEqual(["S.first", "P.place"]);
    expect(ids(decided([placed]))).toEqual(["S.first"]);
    expect(ids(decided([screening("2026-03-09")]))).toEqual(["P.place"]);
    expect(decided([screening("2026-03-09", [], { last: 8 }), placed]).state).toBe("setup");
  });

  it("plans the placed level on the first chosen weekday", () => {
    const plan = decided([screening("2026-03-09"), placed]);
    expect(plan).toMatchObject({ state: "hold", level: 2, date: "2026-03-10", startLocal: "07:30", lock: null });
    expect(plan.sentence).toContain("level 2, a walk of 9 minutes");
  });

  it("chooses Tuesday, Thursday and Saturday for somebody who chose no days", () => {
    const next = (today: string) => decided([screening("2026-03-09"), placed], today).date;
    expect(["2026-03-10", "2026-03-11", "2026-03-13", "2026-03-15"].map(next)).toEqual([
      ...["2026-03-10", "2026-03-12", "2026-03-14", "2026-03-17"],
    ]);
  });

  it("lets the placement be corrected until the first session, not after", () => {
    const more = profile("2026-03-10", { placement: { walkMin: 60, jog: null } });
    const less = profile("2026-03-10", { placement: { walkMin: 6, jog: null } });
    const start = [screening("2026-03-09"), placed];
    expect(decided([...start, more], "2026-03-11").level).toBe(4);
    expect(decided([...start, less], "2026-03-11").level).toBe(1);
    const walked = session("2026-03-09", { level: 2 });
    expect(decided([...start, walked, more], "2026-03-11").level).toBe(2);
  });

  it("counts the placement as a session of the day before: a pause follows from it", () => {
    const start = [screening("2026-03-09"), profile("2026-03-09", { placement: { walkMin: 60, jog: null } })];
    expect(decided(start, "2026-03-17").level).toBe(4);
    expect(decided(start, "2026-03-18").level).toBe(3);
    expect(decided(start, "2026-04-09").level).toBe(0);
  });

  it("offers no walks from a lock either, until both are told", () => {
    const lock = screening("2026-03-09", [12]);
    expect(decided([lock])).toMatchObject({ state: "rest-and-refer", level: null, date: null, lock: { kind: "C" } });
    expect(ids(decided([lock]))).toEqual(["S.lock", "P.place"]);
    const eight = screening("2026-03-09", [], { last: 8 });
    const sore = [checkin("before", "2026-03-09", 8), checkin("before", "2026-03-10", 8), morningOf("2026-03-11", 2)];
    expect(decided([placed, eight, ...sore], "2026-03-11")).toMatchObject({ level: null, lock: { kind: "pain" } });
    expect(decided([placed, lock])).toMatchObject({ level: 2, lock: { kind: "C" } });
  });

  it("starts lower when a lock came before the placement", () => {
    const lock = screening("2026-03-07", [12]);
    const free = eventOn("clearance.confirmed.v1", "2026-03-08", { assessed: true, usualPain: 2 });
    const jogger = profile("2026-03-09", {
      placement: { walkMin: 60, jog: { boutS: 60, timesPerWeek: 3, worstPain: 1 } },
    });
    expect(decided([lock, free, jogger]).level).toBe(10);
    expect(decided([lock, free, placed]).level).toBe(0);
  });

  it("puts a jogger's first session on trial: AMBER goes to L5, GREEN passes", () => {
    const jogger = { placement: { walkMin: 60, jog: { boutS: 60, timesPerWeek: 3, worstPain: 1 } }, usualPain: 2 };
    const start = [screening("2026-03-09"), profile("2026-03-09", jogger)];
    expect(decided(start).level).toBe(12);
    const first = (dur: number) => [session("2026-03-10", { level: 12, dur }), morningOf("2026-03-11", 2)];
    expect(decided([...start, ...first(2)], "2026-03-11").level).toBe(12);
    const amber = decided([...start, ...first(4)], "2026-03-11");
    expect(amber).toMatchObject({ level: 5, state: "step-back-1" });
    expect(ids(amber)).toContain("U.trial");
  });
});

describe("the day gate", () => {
  it.each([
    [3, 10, "hold"],
    [4, 3, "eased"],
    [5, 3, "eased"],
    [6, 1, "eased"],
    [7, 1, "eased"],
    [8, null, "rest"],
  ])("with %i before, at BASE 2, gives level %s", (score, level, state) => {
    expect(planOn(2, [checkin("before", day(2), score)])).toMatchObject({ date: day(2), level, state });
  });

  it("rests when unwell, for today only", () => {
    expect(planOn(2, [checkin("before", day(2), 1, true)])).toMatchObject({ level: null, state: "rest" });
    expect(planOn(3, [checkin("before", day(2), 1, true)]).level).toBe(10);
  });

  it("eases walkers by one level", () => {
    expect(planOn(2, [checkin("before", day(2), 5)], 4)).toMatchObject({ level: 3, state: "eased" });
    expect(planOn(2, [checkin("before", day(2), 5)], 0)).toMatchObject({ level: 0, state: "eased" });
  });

  it("leaves a later date alone", () => {
    const done = [session(day(2), { level: 10 }), checkin("before", day(2), 7)];
    expect(planOn(2, done)).toMatchObject({ level: 10, date: day(4) });
  });
});

describe("the person's own wish", () => {
  it("lowers the next session only, one level a time or to the level named", () => {
    expect(planOn(2, [chosen(1, { choice: "easier" })])).toMatchObject({ level: 9, state: "hold" });
    expect(planOn(2, [chosen(1, { choice: "decline" }), chosen(1, { choice: "easier" })]).level).toBe(8);
    expect(planOn(2, [chosen(1, { choice: "easier", level: 4 })]).level).toBe(4);
    expect(planOn(2, [chosen(1, { choice: "easier", level: 20 })]).level).toBe(10);
    const taken = [chosen(1, { choice: "easier" }), session(day(2), { level: 9 }), morningOf(day(3), 2)];
    expect(planOn(3, taken)).toMatchObject({ level: 10, state: "hold" });
  });

  it("keeps the spacing of runs when a run becomes a walk", () => {
    const ran = [session(day(1), { level: 10 }), chosen(1, { choice: "easier", level: 2 })];
    expect(planOn(2, ran).date).toBe(day(3));
  });
});

describe("limits of the person", () => {
  it("keeps a therapist's ceiling", () => {
    const plan = planOn(1, [told(1, { ceilingLevel: 6 })]);
    expect(plan).toMatchObject({ level: 6 });
    expect(ids(plan)).toContain("I.ceiling");
  });

  it("asks the eight questions again after four weeks, and all after a long pause, walking until then", () => {
    expect(ids(planOn(28, [], 4))).toContain("S.repeat");
    expect(ids(planOn(26, [], 4))).not.toContain("S.repeat");
    const back = planOn(100, [], 10);
    expect(back.level).toBe(3);
    expect(ids(back)).toContain("S.anew");
    const answered = planOn(101, [screening(day(100))], 10);
    expect(ids(answered)).not.toContain("S.anew");
  });
});

it("asks for usual pain after 28 days of drift, and again only 28 days after the answer", () => {
  const drift = { driftSince: epochDay(day(1)) - 27 };
  const asked = (today: number, events: LogEvent[]) => ids(planOn(today, events, 10, drift)).includes("T.usual-pain");
  expect([1, 2].map((today) => asked(today, []))).toEqual([false, true]);
  const answered = [told(2, { usualPain: 2 })];
  expect([2, 29, 30].map((today) => asked(today, answered))).toEqual([false, false, true]);
});

it("asks for the morning after, then shows that it is missing, and what would change the plan", () => {
  const played = [session(day(1), { level: 10 })];
  expect(planOn(1, played).sentence).toContain("Tomorrow morning");
  expect(planOn(2, played).sentence).toContain("this morning");
  const plan = planOn(3, played);
  expect(plan.sentence).toBe("Last time there was no score from the morning after, so we stay at level 10.");
  expect(plan.wouldChange).toEqual([
    "The score of the morning after your session. Without it the session cannot count.",
  ]);
});

it("lists the sessions judged since the checkpoint", () => {
  const first = session(day(1), { level: 10 });
  const second = session(day(3), { level: 10 });
  const sessionIds = [first, second].map((event) => (event.type === "session.recorded.v1" ? event.data.sessionId : ""));
  expect(planOn(4, [second, first]).basis).toEqual(sessionIds);
});
