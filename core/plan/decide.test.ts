import { describe, expect, it } from "vitest";
import { withoutExercises } from "../blocks/steps.ts";
import { addDays, epochDay, weekday } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Decision } from "../contract/plan.ts";
import type { ProfileChange } from "../contract/profile.ts";
import { EMPTY_CHECKPOINT } from "../progress/checkpoint.ts";
import { profileOf } from "../progress/profile.ts";
import type { State } from "../progress/state.ts";
import { checkin, eventOn, morningOf, personAt, profile, screening, session } from "../progress/testing.ts";
import { decide } from "./decide.ts";

const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);

function planOn(number: number, events: LogEvent[], level = 10, more: Partial<State> = {}): Decision {
  const checkpoint = personAt(level, SATURDAY, 2, more);
  return decide(checkpoint, events, profileOf(checkpoint, events), day(number));
}
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

describe("the schedule", () => {
  const run = (number: number, level = 10) => [session(day(number), { level }), morningOf(day(number + 1), 2)];

  it("keeps a day between runs, and lets walks follow each other", () => {
    expect(planOn(2, run(1)).date).toBe(day(3));
    expect(planOn(2, run(1, 3), 3).date).toBe(day(2));
  });

  it("follows a move by up to four weeks", () => {
    const moved = (to: number) => planOn(1, [chosen(1, { choice: "move", date: day(to) })]).date;
    expect([moved(29), moved(30)]).toEqual([day(29), day(1)]);
  });

  it("keeps to four runs in any seven dates, also after somebody ran on four days in a row", () => {
    const four = [5, 6, 7, 8].flatMap((number) => run(number));
    expect(planOn(9, four).date).toBe(day(12));
  });

  it("keeps a day before a run that is dated ahead, after a flight across the date line", () => {
    expect(planOn(1, run(2)).date).toBe(day(4));
  });

  it("keeps 48 hours between the end of a RED session and the next run", () => {
    const red = (hour: number) => [session(day(1), { level: 10, dur: 6, hour }), screening(day(2), [], { last: 8 })];
    expect(planOn(3, [...red(6), morningOf(day(3), 2)])).toMatchObject({ date: day(3), level: 8 });
    expect(planOn(3, [...red(20), morningOf(day(3), 2)])).toMatchObject({ date: day(4), level: 8 });
  });

  it("keeps a walk away from a run of the day before, whenever running was lost", () => {
    const next = (lostDaysAgo: number) => {
      const ran = session(day(3), { level: 5 });
      return planOn(4, [ran], 4, { lostOn: epochDay(day(4)) - lostDaysAgo }).date;
    };
    expect([next(7), next(8)]).toEqual([day(5), day(5)]);
    expect(planOn(4, run(3, 4), 4).date).toBe(day(4));
  });

  it("never plans a walk sooner after a worse session than the run that a better one leads to", () => {
    const lost = { lostOn: epochDay(day(3)) - 7, streak: 1 };
    const rated = (rpe: number) => planOn(4, [session(day(3), { level: 4, rpe }), morningOf(day(4), 2)], 4, lost);
    expect([rated(4), rated(7)]).toMatchObject([
      { level: 5, date: day(5) },
      { level: 4, date: day(5) },
    ]);
  });

  it("keeps 48 hours also when the RED session passed midnight", () => {
    const red = (endedAt: string) => {
      const over = { startedAt: `${day(1)}T23:20:00Z`, endedAt };
      return [session(day(1), { level: 10, dur: 6, hour: 23, over }), screening(day(2), [], { last: 8 })];
    };
    const next = (endedAt: string) => planOn(3, [...red(endedAt), morningOf(day(3), 2)]);
    expect(next(`${day(2)}T00:20:00Z`)).toMatchObject({ date: day(4), level: 8 });
    expect(next(`${day(2)}T07:00:00Z`)).toMatchObject({ date: day(4), level: 8 });
    expect(next(`${day(2)}T07:01:00Z`)).toMatchObject({ date: day(5), level: 8 });
  });

  it("lets a walk in place of a run keep the spacing of runs", () => {
    const held = [session(day(1), { level: 12, dur: 6 }), session(day(3), { level: 2 })];
    expect(planOn(4, held, 12).date).toBe(day(5));
    expect(planOn(4, [...run(1, 12), ...run(3, 12)], 12).date).toBe(day(5));
  });

  it("counts walks after running was lost like runs, so that a RED brings nothing forward", () => {
    const lost = [session(day(1), { level: 6, dur: 6 }), ...run(3, 2), ...run(5, 2)];
    expect(planOn(6, lost, 6).date).toBe(day(8));
    expect(planOn(6, [...run(1, 6), ...run(3, 6), ...run(5, 6)], 6).date).toBe(day(8));
    const walked = (ago: number) => planOn(4, run(3, 2), 4, { lostOn: epochDay(day(3)) - ago }).date;
    expect([walked(6), walked(7), walked(8)]).toEqual([day(5), day(5), day(4)]);
  });

  it("plans nothing more for a date that has its session", () => {
    expect(planOn(1, run(1, 3), 3).date).toBe(day(2));
  });

  it("keeps to the chosen weekdays", () => {
    const plan = planOn(1, [told(1, { days: [5] })]);
    expect(weekday(plan.date ?? "")).toBe(5);
    expect(plan.date).toBe(day(5));
  });

  it("keeps the weekly target and goes on next week", () => {
    expect(planOn(6, [...run(1), ...run(3), ...run(5)]).date).toBe(day(8));
    expect(planOn(4, [told(1, { weeklyTarget: 2 }), ...run(1), ...run(3)]).date).toBe(day(8));
    expect(planOn(4, [told(1, { weeklyTarget: 5 }), ...run(1), ...run(3), ...run(5)]).date).toBe(day(8));
  });

  it("offers up to five walks a week", () => {
    const walks = [1, 2, 3, 4].flatMap((number) => run(number, 3));
    expect(planOn(5, walks, 3).date).toBe(day(5));
    expect(planOn(6, [...walks, ...run(5, 3)], 3).date).toBe(day(8));
  });

  it("offers a fourth run after four weeks mostly done without a RED", () => {
    const done: LogEvent[] = [told(1, { weeklyTarget: 4, days: [1, 3, 5, 7] })];
    for (let week = 0; week < 5; week += 1) for (const at of [1, 3, 5]) done.push(...run(7 * week + at));
    const fourth = (events: LogEvent[]) => planOn(34, events, 10, { ups: [] });
    expect(fourth(done).date).toBe(day(35));
    const missed = done.filter((event) => event.localDate < day(8) || event.localDate > day(20));
    expect(fourth(missed).date).toBe(day(36));
    const sore = [...done, session(day(22), { level: 0, dur: 6, hour: 20 })];
    expect(fourth(sore).date).not.toBe(day(35));
  });

  it("moves a session to the date the person wishes when that is allowed", () => {
    const days = told(1, { days: [5] });
    expect(planOn(2, [days, chosen(2, { choice: "move", date: day(3) })]).date).toBe(day(3));
    expect(planOn(2, [days, ...run(2), chosen(2, { choice: "move", date: day(3) })]).date).toBe(day(5));
    expect(planOn(4, [days, chosen(2, { choice: "move", date: day(3) })]).date).toBe(day(5));
  });

  it("pauses until the date, then counts the gap", () => {
    const paused = planOn(2, [chosen(1, { choice: "pause", date: day(20) })]);
    expect(paused).toMatchObject({ state: "paused", date: day(20), level: 8 });
    expect(planOn(20, [chosen(1, { choice: "pause", date: day(20) })])).toMatchObject({ state: "hold", level: 8 });
    expect(planOn(2, [chosen(1, { choice: "pause" })])).toMatchObject({ state: "paused", date: null, level: null });
    expect(planOn(3, [chosen(1, { choice: "pause" }), chosen(2, { choice: "resume" })]).state).toBe("hold");
    expect(planOn(2, [told(1, { pausedUntil: day(9) })])).toMatchObject({ state: "paused", date: day(9) });
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

describe("start and warm-up", () => {
  const warmup = (data: ProfileChange, level = 10) =>
    withoutExercises(planOn(1, [told(1, data)], level).steps)[0]?.plannedS;

  it("starts an hour after waking unless another time is preferred", () => {
    expect(planOn(1, []).startLocal).toBe("07:00");
    expect(planOn(1, [told(1, { wakeUp: "23:30" })]).startLocal).toBe("00:30");
    expect(planOn(1, [told(1, { preferredStart: "18:15" })]).startLocal).toBe("18:15");
  });

  it("warms up for 8 minutes within an hour of waking, at running levels", () => {
    expect(warmup({ wakeUp: "06:00", preferredStart: "06:59" })).toBe(480);
    expect(warmup({ wakeUp: "06:00", preferredStart: "07:00" })).toBe(300);
    expect(warmup({ wakeUp: "06:00", preferredStart: "06:30" }, 3)).toBe(240);
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
