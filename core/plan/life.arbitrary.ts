import fc from "fast-check";
import { addDays, weekOf } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Decision } from "../contract/plan.ts";
import type { LocalDate } from "../contract/primitives.ts";
import type { ProfileChange } from "../contract/profile.ts";
import { type Checkpoint, EMPTY_CHECKPOINT } from "../progress/checkpoint.ts";
import { foldWeek } from "../progress/fold.ts";
import { type Going, going, goodGoing } from "../progress/going.arbitrary.ts";
import { type DayScript, dayScript, eventsOf, QUIET_DAY, signUpDate } from "../progress/history.arbitrary.ts";
import { subjectDate } from "../progress/order.ts";
import { profileOf } from "../progress/profile.ts";
import { profile, screening } from "../progress/testing.ts";
import { eventsAfter } from "../progress/window.ts";
import { decide } from "./decide.ts";

/** One date of somebody who mostly does what the plan says. */
export type LifeDay = {
  /** Beside the session: check-ins and the rest. Its own sessions are played only when there is no plan for today. */
  readonly script: DayScript;
  readonly follows: boolean;
  readonly going: Going;
  /** Answers the eight questions (after a RED), and says "cleared", when these would change something. */
  readonly answers: boolean;
};

export type Life = {
  readonly start: LocalDate;
  readonly first: ProfileChange;
  readonly days: readonly LifeDay[];
};

/** What was decided on a date, after its check-ins and before its session, and from how much of the log. */
export type Issued = {
  readonly today: LocalDate;
  readonly decision: Decision;
  readonly known: number;
  readonly checkpoint: Checkpoint;
};

const calmDay: fc.Arbitrary<DayScript> = fc
  .record({ morning: fc.constantFrom(0, 1, 1, 2, 2, null), before: fc.constantFrom(null, 0, 1, 2) })
  .map((said) => ({ ...QUIET_DAY, ...said }));

const lifeDay: fc.Arbitrary<LifeDay> = fc.record({
  script: fc.oneof({ weight: 12, arbitrary: calmDay }, { weight: 1, arbitrary: dayScript }),
  follows: fc.constantFrom(true, true, true, true, true, false),
  going: fc.oneof({ weight: 10, arbitrary: goodGoing }, { weight: 1, arbitrary: going }),
  answers: fc.boolean(),
});

const first: fc.Arbitrary<ProfileChange> = fc.record({
  placement: fc.record({
    walkMin: fc.constantFrom(3, 12, 30, 60),
    jog: fc.constantFrom(
      null,
      { boutS: 60, timesPerWeek: 3, worstPain: 1 },
      { boutS: 20, timesPerWeek: 3, worstPain: 0 },
    ),
  }),
  usualPain: fc.integer({ min: 0, max: 5 }),
  days: fc.constantFrom([1, 2, 3, 4, 5, 6, 7], [2, 4, 6], [1, 3, 5, 7], [6, 7]),
  weeklyTarget: fc.integer({ min: 2, max: 5 }),
  optIn: fc.boolean(),
  wakeUp: fc.constantFrom("06:00", "07:00"),
  preferredStart: fc.constantFrom(null, "06:30", "18:00"),
});

/** Up to `maxDays` dates of a life; long ones climb to the top of the ladder. */
export const lifeOf = (maxDays: number): fc.Arbitrary<Life> =>
  fc.record({
    start: signUpDate,
    first,
    days: fc.array(lifeDay, { minLength: Math.floor(maxDays / 2), maxLength: maxDays, size: "max" }),
  });

/** Lives a life date by date against `decide`, as the watch does: with the checkpoint of last week and the tail. */
export function lived({ start, first: told, days }: Life): { readonly events: LogEvent[]; readonly issued: Issued[] } {
  const events: LogEvent[] = [screening(start), profile(start, told)];
  const issued: Issued[] = [];
  let checkpoint = EMPTY_CHECKPOINT;
  let date = start;
  let corrected = false;
  let tail: readonly LogEvent[] = [...events];
  const add = (more: readonly LogEvent[]) => {
    events.push(...more);
    tail = [...tail, ...more];
  };
  for (const { script, follows, going: how, answers } of days) {
    const week = weekOf(date);
    date = addDays(date, script.skip);
    if (corrected) checkpoint = foldedBefore(weekOf(date), events);
    else if (weekOf(date) !== week) checkpoint = foldWeek(checkpoint, week, tail).checkpoint;
    if (corrected || weekOf(date) !== week) tail = eventsAfter(checkpoint, events);
    add(eventsOf({ ...script, sessions: [], edit: null }, date, events));
    const decision = decide(checkpoint, tail, profileOf(checkpoint, tail), date);
    issued.push({ today: date, decision, known: events.length, checkpoint });
    add(deeds(decision, date, { script, follows, going: how, answers }, events));
    corrected = script.edit !== null;
  }
  return { events, issued };
}

/** All weeks before `week` folded, as the cloud does when a correction reaches back. */
function foldedBefore(week: string, events: readonly LogEvent[]): Checkpoint {
  const weeks = [...new Set(events.map((event) => weekOf(subjectDate(event))))].filter((name) => name < week).sort();
  return weeks.reduce((checkpoint, name) => foldWeek(checkpoint, name, events).checkpoint, EMPTY_CHECKPOINT);
}

function deeds(decision: Decision, date: LocalDate, life: LifeDay, past: readonly LogEvent[]): LogEvent[] {
  const { script, follows, going: how, answers } = life;
  const asked = decision.rules.some(({ id }) => id === "U.red-hold" || id === "S.repeat");
  const screen = answers && asked ? { yes: [], last: 8, urgent: [] } : null;
  const clear = answers && decision.lock !== null ? { assessed: true, usualPain: 2 } : null;
  const level = decision.date === date ? decision.level : null;
  const sessions = follows && level !== null ? [{ level, going: how }] : script.sessions;
  return eventsOf({ ...QUIET_DAY, sessions, screen, clear, edit: script.edit }, date, past);
}

/** The log of a life. */
export const lifeLog = (maxDays: number): fc.Arbitrary<LogEvent[]> => lifeOf(maxDays).map((life) => lived(life).events);
