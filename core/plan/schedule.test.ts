import { describe, expect, it } from "vitest";
import { withoutExercises } from "../blocks/steps.ts";
import { epochDay, weekday } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { ProfileChange } from "../contract/profile.ts";
import { eventOn, morningOf, profile, screening, session } from "../progress/testing.ts";
import { isFreeToday } from "./schedule.ts";
import { contextAt, day, planOn } from "./testing.ts";

const told = (number: number, data: ProfileChange) => profile(day(number), data);
const chosen = (number: number, data: Partial<Extract<LogEvent, { type: "plan.chosen.v1" }>["data"]>) =>
  eventOn("plan.chosen.v1", day(number), { planId: null, choice: "accept", ...data }, 21);

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

  it("lets nobody run before those 48 hours are over, or in a full week, who would rather go today", () => {
    const may = (number: number, events: readonly LogEvent[]) => isFreeToday(contextAt(number, events));
    const red = (hour: number) => [session(day(1), { level: 10, dur: 6, hour }), screening(day(2), [], { last: 8 })];
    expect(may(3, [...red(6), morningOf(day(3), 2)])).toBe(true);
    expect(may(3, [...red(20), morningOf(day(3), 2)])).toBe(false);
    expect(may(7, [...run(1), ...run(3)])).toBe(true);
    expect(may(7, [...run(1), ...run(3), ...run(5)])).toBe(false);
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
    expect(warmup({ wakeUp: "06:00", preferredStart: "05:45" })).toBe(480);
    expect(warmup({ wakeUp: "06:00", preferredStart: "23:00" })).toBe(300);
  });
});
