import fc from "fast-check";
import { addDays } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { LocalDate } from "../contract/primitives.ts";
import type { ProfileChange } from "../contract/profile.ts";
import { type Going, going, mildScore, rarely, sessionOf, stepsOf, usually } from "./going.arbitrary.ts";
import { checkin, eventOn, profile, screening } from "./testing.ts";

/** What a person says and does on one date; `skip` dates pass before it. */
export type DayScript = {
  readonly skip: number;
  readonly before: number | null;
  readonly unwell: boolean;
  readonly morning: number | null;
  readonly sessions: readonly { readonly level: number; readonly going: Going }[];
  readonly screen: { readonly yes: number[]; readonly last: number; readonly urgent: number[] } | null;
  readonly clear: { readonly assessed: boolean; readonly usualPain: number } | null;
  readonly rmdq: number | null;
  readonly choice: "accept" | "easier" | "decline" | "move" | "pause" | "resume" | null;
  readonly change: ProfileChange | null;
  readonly edit: Going | "delete" | null;
};

const placement = fc.record({
  walkMin: fc.integer({ min: 0, max: 60 }),
  jog: rarely(
    fc.record({
      boutS: fc.integer({ min: 10, max: 600 }),
      timesPerWeek: fc.integer({ min: 1, max: 5 }),
      worstPain: fc.integer({ min: 0, max: 4 }),
    }),
    2,
  ),
});

const change: fc.Arbitrary<ProfileChange> = fc.record(
  {
    placement,
    usualPain: fc.integer({ min: 0, max: 6 }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    weeklyTarget: fc.integer({ min: 1, max: 5 }),
    ceilingLevel: rarely(fc.integer({ min: 0, max: 25 }), 2),
    optIn: fc.boolean(),
    wakeUp: fc.constantFrom("05:30", "06:30"),
    preferredStart: rarely(fc.constantFrom("06:00", "07:00", "18:30"), 2),
  },
  { requiredKeys: [] },
);

const screen: fc.Arbitrary<NonNullable<DayScript["screen"]>> = fc.record({
  yes: fc.oneof(
    { weight: 4, arbitrary: fc.constant<number[]>([]) },
    fc.uniqueArray(fc.integer({ min: 1, max: 16 }), { minLength: 1, maxLength: 3 }),
  ),
  last: fc.constantFrom(16, 16, 8, 8, 3),
  urgent: fc.constantFrom<number[][]>([], [], [4], [9, 16]),
});

/** Days of anything: sessions at any level, missing answers, locks, edits. */
export const dayScript: fc.Arbitrary<DayScript> = fc.record({
  skip: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 1, arbitrary: fc.integer({ min: 4, max: 45 }) },
    { weight: 1, arbitrary: fc.constantFrom(31, 32, 91, 120) },
  ),
  before: fc.option(mildScore),
  unwell: fc.constantFrom(false, false, false, false, false, false, false, true),
  morning: usually(mildScore),
  sessions: fc.array(fc.record({ level: fc.integer({ min: 0, max: 25 }), going }), { maxLength: 2 }),
  screen: rarely(screen, 16),
  clear: rarely(fc.record({ assessed: fc.boolean(), usualPain: fc.integer({ min: 0, max: 7 }) }), 16),
  rmdq: rarely(fc.integer({ min: 0, max: 24 }), 20),
  choice: rarely(fc.constantFrom("accept", "easier", "decline", "move", "pause", "resume"), 20),
  change: rarely(change, 20),
  edit: rarely(fc.oneof(going, fc.constant("delete" as const)), 20),
});

/** A day without any answer, to copy from. */
export const QUIET_DAY: DayScript = {
  ...{ skip: 1, before: null, unwell: false, morning: null, sessions: [], screen: null, clear: null },
  ...{ rmdq: null, choice: null, change: null, edit: null },
};

export const signUpDate: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 400 })
  .map((offset) => addDays("2026-01-01", offset));

/** A log of anything, from a sign-up that may be complete or not. */
export const anyLog: fc.Arbitrary<LogEvent[]> = fc
  .record({
    start: signUpDate,
    first: fc.option(change, { freq: 8, nil: null }),
    screened: fc.boolean(),
    days: fc.array(dayScript, { maxLength: 45 }),
  })
  .map(({ start, first, screened, days }) => {
    const begun = first === null ? [] : [profile(start, first)];
    const events: LogEvent[] = screened ? [screening(start), ...begun] : begun;
    let date = start;
    for (const script of days) {
      date = addDays(date, script.skip);
      events.push(...eventsOf(script, date, events));
    }
    return events;
  });

/** The events of one scripted date. `past`: the events before it, of which the latest session may be edited. */
export function eventsOf(script: DayScript, date: LocalDate, past: readonly LogEvent[]): LogEvent[] {
  const { before, unwell, morning, screen: answers, clear, rmdq, choice, change: said, edit } = script;
  const events: LogEvent[] = [];
  if (morning !== null) events.push(checkin("morning", date, morning));
  if (before !== null) events.push(checkin("before", date, before, unwell));
  if (said !== null) events.push(profile(date, said));
  if (answers !== null) events.push(screening(date, answers.yes, answers));
  for (const { level, going: how } of script.sessions) events.push(sessionOf(date, level, how));
  if (clear !== null) events.push(eventOn("clearance.confirmed.v1", date, clear, 20));
  if (rmdq !== null) events.push(questionnaire(date, rmdq));
  if (choice !== null)
    events.push(eventOn("plan.chosen.v1", date, { planId: null, choice, date: addDays(date, 2) }, 21));
  const last = [...past].reverse().find((event) => event.type === "session.recorded.v1");
  if (edit !== null && last !== undefined && last.type === "session.recorded.v1") events.push(editOf(last, edit, date));
  return events;
}

function questionnaire(date: LocalDate, sum: number): LogEvent {
  const items = Array.from({ length: 24 }, (_, index) => (index < sum ? 1 : 0));
  return eventOn("questionnaire.answered.v1", date, { kind: "rmdq", items, version: 1 }, 19);
}

type Recorded = Extract<LogEvent, { type: "session.recorded.v1" }>;

function editOf(event: Recorded, edit: Going | "delete", date: LocalDate): LogEvent {
  const about = { sessionId: event.data.sessionId, sessionDate: event.localDate };
  if (edit === "delete") return eventOn("session.deleted.v1", date, about, 22);
  const { endedAt, surface, level } = event.data;
  const both = (score: number | null) => (score === null ? null : { back: score, leg: 0 });
  const { outcome, reason, pre, dur, post, rpe, leg } = edit;
  const scores = { before: both(pre), worst: both(dur), after: both(post), rpe, legSymptoms: leg };
  const data = { ...about, endedAt, outcome, reason, steps: stepsOf(level, edit), scores, surface, notes: "" };
  return eventOn("session.edited.v1", date, data, 22);
}
