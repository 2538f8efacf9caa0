import { describe, expect, it } from "vitest";
import { addDays, epochDay } from "../calendar/calendar.ts";
import { profileOf } from "../progress/profile.ts";
import type { State } from "../progress/state.ts";
import { morningOf, personAt, profile, session } from "../progress/testing.ts";
import { decide } from "./decide.ts";

const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);
/** The Sunday that could have a fourth run, after those of Monday, Wednesday and Friday. */
const FOURTH = epochDay(day(7));
const SIX = [20, 18, 16, 13, 11, 9];

/** The next date for somebody who wants four runs a week; `ago`: done runs, in days before the fourth. */
function next(ago: readonly number[], more: Partial<State> = {}): string | null {
  const through = epochDay(SATURDAY);
  const from = through - 42;
  const marks = Array.from({ length: 43 }, (_, index) => (ago.includes(FOURTH - from - index) ? "..R" : "..."));
  const checkpoint = { ...personAt(10, SATURDAY, 2, more), diary: { from, days: marks.join("") } };
  const runs = [1, 3, 5].flatMap((number) => [session(day(number), { level: 10 }), morningOf(day(number + 1), 2)]);
  const events = [profile(day(1), { weeklyTarget: 4 }), ...runs];
  return decide(checkpoint, events, profileOf(checkpoint, events), day(6)).date;
}

describe("a fourth run a week", () => {
  it("takes 80 % of three a week over 28 days: ten runs", () => {
    expect(next([...SIX, 23])).toBe(day(7));
    expect(next(SIX)).toBe(day(8));
  });

  it("looks back on 28 days", () => {
    expect(next([...SIX, 28])).toBe(day(7));
    expect(next([...SIX, 29])).toBe(day(8));
  });

  it("takes 28 days since sign-up", () => {
    expect(next([...SIX, 23], { signUp: FOURTH - 28 })).toBe(day(7));
    expect(next([...SIX, 23], { signUp: FOURTH - 27 })).toBe(day(8));
  });

  it("takes 14 days without a RED", () => {
    expect(next([...SIX, 23], { redEnd: [FOURTH - 15, 480] })).toBe(day(7));
    expect(next([...SIX, 23], { redEnd: [FOURTH - 14, 480] })).toBe(day(8));
  });
});
