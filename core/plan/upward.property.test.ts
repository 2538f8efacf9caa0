import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "../calendar/calendar.ts";
import type { LogEvent, LogEventOf } from "../contract/event.ts";
import type { SessionRecorded } from "../contract/session.ts";
import { EMPTY_CHECKPOINT } from "../progress/checkpoint.ts";
import { anyLog } from "../progress/history.arbitrary.ts";
import { judgedSessions } from "../progress/judged.ts";
import { inOrder } from "../progress/order.ts";
import { profileOf } from "../progress/profile.ts";
import { sessionsOf } from "../progress/sessions.ts";
import { decide } from "./decide.ts";
import { lifeLog } from "./life.arbitrary.ts";

// Invariants 6 and 7 (plan-rules §6).

const RUNS = { numRuns: 150, interruptAfterTimeLimit: 25_000 };
const logs = fc.oneof(anyLog, lifeLog(50));
type Recorded = LogEventOf<"session.recorded.v1">;

const isSession = (event: LogEvent): event is Recorded => event.type === "session.recorded.v1";
const isMorning = (event: LogEvent, date: string) =>
  event.type === "checkin.reported.v1" && event.data.kind === "morning" && event.data.forDate === date;
const planned = (events: readonly LogEvent[], today: string) =>
  decide(EMPTY_CHECKPOINT, events, profileOf(EMPTY_CHECKPOINT, events), today);
const levelOn = (events: readonly LogEvent[], today: string) => planned(events, today).level ?? -1;

/** The log with its latest session changed, and the date after it. */
function withLatest(events: readonly LogEvent[], change: (data: SessionRecorded) => Partial<SessionRecorded>) {
  const latest = events.findLast(isSession);
  if (latest === undefined) return null;
  const changed = { ...latest, data: { ...latest.data, ...change(latest.data) } };
  return { events: events.map((event) => (event === latest ? changed : event)), today: addDays(latest.localDate, 1) };
}

it("6: heart rate may lower a plan and never raises one", () => {
  const heart = fc.record({ aboveHrr85Pct: fc.integer({ min: 0, max: 100 }), reliable: fc.boolean() });
  fc.assert(
    fc.property(logs, heart, heart, (events, one, other) => {
      const [calm, hard] = [one, other].sort((a, b) => a.aboveHrr85Pct - b.aboveHrr85Pct);
      const plans = [null, { ...calm, reliable: true }, { ...hard, reliable: true }, { ...hard, reliable: false }].map(
        (effortHr) => withLatest(events, () => ({ effortHr: effortHr as SessionRecorded["effortHr"] })),
      );
      const [none = -1, low = -1, high = -1, unreliable = -1] = plans.map((plan) =>
        plan === null ? -1 : levelOn(plan.events, plan.today),
      );
      expect([low <= none, high <= low, unreliable === none]).toEqual([true, true, true]);
    }),
    RUNS,
  );
});

it("6: pace, cadence, cues and names of devices change no plan at all", () => {
  const trace = fc.record({ everyS: fc.constant(5), hr: fc.base64String(), cadence: fc.base64String() });
  const beside = fc.record({ trace, app: fc.string({ maxLength: 9 }), device: fc.string({ maxLength: 9 }) });
  fc.assert(
    fc.property(logs, beside, (events, other) => {
      const dressed = events.map((event) =>
        isSession(event) ? { ...event, data: { ...event.data, ...other } } : event,
      );
      const today = addDays(events.findLast(isSession)?.localDate ?? "2026-01-01", 1);
      expect(planned(dressed, today)).toEqual(planned(events, today));
    }),
    RUNS,
  );
});

it("7: a level is gained only with every answer there, and with the morning after", () => {
  fc.assert(
    fc.property(logs, (events) => {
      const kept = new Map(sessionsOf(inOrder(events)).map(({ data, event }) => [data.sessionId, { data, event }]));
      for (const { sessionId, localDate, stateBefore, stateAfter } of judgedSessions(EMPTY_CHECKPOINT, events)) {
        if (stateAfter.level <= stateBefore.level) continue;
        const scores = kept.get(sessionId)?.data.scores;
        expect([scores?.worst, scores?.after, scores?.rpe]).not.toContain(null);
        expect(events.some((event) => isMorning(event, addDays(localDate, 1)))).toBe(true);
      }
    }),
    RUNS,
  );
});

it("7: without one of its answers the latest session gains no level", () => {
  const missing = fc.constantFrom("worst" as const, "after" as const, "rpe" as const, "morning" as const);
  fc.assert(
    fc.property(logs, missing, (events, answer) => {
      const bare = withLatest(events, ({ scores }) =>
        answer === "morning" ? {} : { scores: { ...scores, [answer]: null } },
      );
      if (bare === null) return;
      const known = answer === "morning" ? bare.events.filter((event) => !isMorning(event, bare.today)) : bare.events;
      const latest = judgedSessions(EMPTY_CHECKPOINT, known).pop();
      const edited = events.some(({ type }) => type === "session.edited.v1");
      if (latest === undefined || edited || addDays(latest.localDate, 1) !== bare.today) return;
      expect(latest.stateAfter.level).toBeLessThanOrEqual(latest.stateBefore.level);
    }),
    RUNS,
  );
});

it("7: what lowers the level lowers the very next plan", () => {
  fc.assert(
    fc.property(logs, (events) => {
      const latest = events.findLast(isSession);
      if (latest === undefined) return;
      const known = events.slice(0, events.indexOf(latest) + 1);
      const judged = judgedSessions(EMPTY_CHECKPOINT, known).pop();
      if (judged === undefined || judged.stateAfter.level >= judged.stateBefore.level) return;
      for (const later of [0, 1, 2, 5])
        expect(levelOn(known, addDays(judged.localDate, later))).toBeLessThanOrEqual(judged.stateAfter.level);
    }),
    RUNS,
  );
});
