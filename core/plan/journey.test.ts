import { expect, it } from "vitest";
import { addDays, weekOf } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { type Checkpoint, EMPTY_CHECKPOINT } from "../progress/checkpoint.ts";
import { foldWeek } from "../progress/fold.ts";
import { profileOf } from "../progress/profile.ts";
import { morningOf, profile, screening, session } from "../progress/testing.ts";
import { decide } from "./decide.ts";

/** Levels planned on each session day of somebody for whom every session goes well, from a Monday on. */
function allGreen(days: number, optIn: boolean): { levels: number[]; dates: string[] } {
  const start = "2026-03-02";
  const told = { placement: { walkMin: 3, jog: null }, usualPain: 2, days: [2, 4, 6], optIn };
  const events: LogEvent[] = [screening(start), profile(start, told)];
  const levels: number[] = [];
  const dates: string[] = [];
  let checkpoint: Checkpoint = EMPTY_CHECKPOINT;
  for (let number = 0; number < days; number += 1) {
    const date = addDays(start, number);
    const week = weekOf(addDays(date, -1));
    if (number > 0 && week !== weekOf(date)) checkpoint = foldWeek(checkpoint, week, events).checkpoint;
    if (number > 0 && dates[dates.length - 1] === addDays(date, -1)) events.push(morningOf(date, 1));
    const plan = decide(checkpoint, events, profileOf(checkpoint, events), date);
    if (plan.date !== date || plan.level === null) continue;
    levels.push(plan.level);
    dates.push(date);
    events.push(session(date, { level: plan.level }));
    if (number % 28 === 27) events.push(screening(date, [], { last: 8 }));
  }
  return { levels, dates };
}

it("reaches L5 after 7 sessions and L20 after 37, three a week, when everything goes well", () => {
  const { levels, dates } = allGreen(100, false);
  expect(levels.indexOf(5)).toBe(7);
  expect(levels.indexOf(20)).toBe(37);
  expect(dates[37]).toBe(addDays("2026-03-02", 12 * 7 + 3));
});

it("stays at L20 without the opt-in, and goes on to L25 with it, three GREENs a level", () => {
  expect(Math.max(...allGreen(150, false).levels)).toBe(20);
  const { levels } = allGreen(150, true);
  expect(levels.indexOf(21)).toBe(39);
  expect(levels.indexOf(22)).toBe(42);
  expect(levels.indexOf(25)).toBe(51);
  expect(levels[levels.length - 1]).toBe(25);
});
