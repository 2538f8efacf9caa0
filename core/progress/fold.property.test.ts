import fc from "fast-check";
import * as v from "valibot";
import { expect, it } from "vitest";
import { addDays, localDateOf, weekOf } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { LogEvent as LogEventSchema } from "../contract/event.ts";
import { Decision } from "../contract/plan.ts";
import { decide } from "../plan/decide.ts";
import { lifeLog } from "../plan/life.arbitrary.ts";
import { Checkpoint, EMPTY_CHECKPOINT } from "./checkpoint.ts";
import { crowded } from "./crowded.arbitrary.ts";
import { foldWeek } from "./fold.ts";
import { anyLog as wildLog } from "./history.arbitrary.ts";
import { judgedSessions } from "./judged.ts";
import { subjectDate } from "./order.ts";
import { profileOf } from "./profile.ts";

const RUNS = { numRuns: 200, interruptAfterTimeLimit: 25_000 };
/** Logs of anything, and logs of people who mostly follow their plan. */
const anyLog = fc.oneof(wildLog, lifeLog(40));

function weeksOf(events: readonly LogEvent[]): string[] {
  return [...new Set(events.map((event) => weekOf(subjectDate(event))))].sort();
}

function folded(events: readonly LogEvent[], weeks: readonly string[]): Checkpoint {
  return weeks.reduce((checkpoint, week) => foldWeek(checkpoint, week, events).checkpoint, EMPTY_CHECKPOINT);
}

function decided(checkpoint: Checkpoint, events: readonly LogEvent[], today: string) {
  const { basis: _, ...decision } = decide(checkpoint, events, profileOf(checkpoint, events), today);
  return decision;
}

/** A date shortly after the last event. */
function todayAfter(events: readonly LogEvent[], days: number): string {
  const dates = events.map(subjectDate).sort();
  return addDays(dates[dates.length - 1] ?? "2026-01-01", days);
}

it("decides the same from a checkpoint of any week and the events after it as from the whole log", () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), fc.integer({ min: 0, max: 12 }), (events, cut, later) => {
      const weeks = weeksOf(events);
      const checkpoint = folded(events, weeks.slice(0, cut % (weeks.length + 1)));
      const today = todayAfter(events, later);
      expect(decided(checkpoint, events, today)).toEqual(decided(EMPTY_CHECKPOINT, events, today));
      expect(profileOf(checkpoint, events)).toEqual(profileOf(EMPTY_CHECKPOINT, events));
    }),
    RUNS,
  );
});

it("judges every session the same from a checkpoint as from the whole log", () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), (events, cut) => {
      const weeks = weeksOf(events);
      const checkpoint = folded(events, weeks.slice(0, cut % (weeks.length + 1)));
      const all = judgedSessions(EMPTY_CHECKPOINT, events);
      const tail = judgedSessions(checkpoint, events);
      expect(tail).toEqual(all.slice(all.length - tail.length));
    }),
    RUNS,
  );
});

it("does not depend on the order of arrival nor on repetition", () => {
  const shuffled = anyLog.chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray([...events, ...events.slice(0, 5)], { minLength: events.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([events, subset]) => {
      const arrived = [...subset, ...events.filter((event) => !subset.includes(event))];
      const weeks = weeksOf(events);
      expect(folded(arrived, weeks)).toEqual(folded(events, weeks));
      const last = weeks[weeks.length - 1];
      if (last !== undefined) {
        const totals = foldWeek(EMPTY_CHECKPOINT, last, events).totals;
        expect(foldWeek(EMPTY_CHECKPOINT, last, arrived).totals).toEqual(totals);
      }
    }),
    RUNS,
  );
});

it("makes checkpoints that parse, survive JSON, and stay within 3 KB, even after a Sunday with dozens of entries", () => {
  fc.assert(
    fc.property(fc.oneof(anyLog, crowded(anyLog)), (events) => {
      const checkpoint = folded(events, weeksOf(events));
      const text = JSON.stringify(checkpoint);
      expect(v.parse(Checkpoint, JSON.parse(text))).toEqual(checkpoint);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(3072);
    }),
    RUNS,
  );
});

it("makes decisions that parse, from events that parse", () => {
  fc.assert(
    fc.property(anyLog, fc.integer({ min: 0, max: 40 }), (events, later) => {
      for (const event of events) v.parse(LogEventSchema, event);
      const profile = profileOf(EMPTY_CHECKPOINT, events);
      const decision = decide(EMPTY_CHECKPOINT, events, profile, todayAfter(events, later));
      expect(v.parse(Decision, decision)).toEqual(decision);
      expect(decision.sentence).not.toBe("");
    }),
    RUNS,
  );
});

/** The same event on another date, wherever it says its date. */
function movedTo(event: LogEvent, date: string): LogEvent {
  if (event.type === "checkin.reported.v1")
    return { ...event, localDate: date, data: { ...event.data, forDate: date } };
  if (event.type === "session.edited.v1") return { ...event, data: { ...event.data, sessionDate: date } };
  if (event.type === "session.deleted.v1") return { ...event, data: { ...event.data, sessionDate: date } };
  return { ...event, localDate: date };
}

it("folds dates centuries apart like any others, at no cost", () => {
  const anyDate = fc.integer({ min: -700_000, max: 2_900_000 }).map(localDateOf);
  const scattered = wildLog.chain((events) =>
    fc.tuple(...events.map((event) => anyDate.map((date) => movedTo(event, date)))),
  );
  fc.assert(
    fc.property(scattered, anyDate, fc.nat(), (events, today, cut) => {
      const weeks = weeksOf(events);
      const until = events.map(subjectDate).sort().pop() ?? today;
      const checkpoint = folded(events, weeks.slice(0, cut % (weeks.length + 1)));
      expect(decided(checkpoint, events, until)).toEqual(decided(EMPTY_CHECKPOINT, events, until));
      expect(decided(EMPTY_CHECKPOINT, events, today).rules.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});
