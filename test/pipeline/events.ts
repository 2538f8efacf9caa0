import type { LogEvent, LogEventOf } from "../../core/contract/event.ts";
import type { ProfileChange } from "../../core/contract/profile.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { uuidV7 } from "../../core/uuid.ts";

export const PERSON = "0193a1b2-c3d4-7000-8000-00000000aaaa";
export const DEVICE = "0193a1b2-c3d4-7000-8000-00000000bbbb";

let made = 0;

/** A fresh id, sorted by `at`; unlike any other of this run. */
export function newId(at: string): string {
  made += 1;
  return uuidV7(Date.parse(at), [0, 0, 0, 0, 0, 0, made >> 24, made >> 16, made >> 8, made]);
}

const envelope = (localDate: string, time: string) => {
  const at = `${localDate}T${time}:00Z`;
  return { id: newId(at), at, localDate, utcOffsetMin: 0, source: "watch" as const };
};

export type Told = { readonly level?: number; readonly pain?: number; readonly rpe?: number; readonly time?: string };

/** A session done as planned on a date, with the same back pain all the way. */
export function session(date: string, { level = 6, pain = 2, rpe = 4, time = "07:00" }: Told = {}) {
  const steps = ladderSteps(level).map((step) => ({ ...step, doneS: step.plannedS }));
  const startedAt = `${date}T${time}:00Z`;
  const seconds = steps.reduce((sum, { doneS }) => sum + doneS, 0);
  const scores = { back: pain, leg: 0 };
  const event: LogEventOf<"session.recorded.v1"> = {
    ...envelope(date, "08:00"),
    type: "session.recorded.v1",
    data: {
      sessionId: newId(startedAt),
      planId: null,
      level,
      startedAt,
      endedAt: new Date(Date.parse(startedAt) + seconds * 1000).toISOString(),
      outcome: "completed",
      reason: null,
      steps,
      scores: { before: scores, worst: scores, after: scores, rpe, legSymptoms: false },
      surface: "grass",
      effortHr: { aboveHrr85Pct: 3, reliable: true },
      trace: { everyS: 5, hr: "AAEC", cadence: null },
      cues: [{ kind: "run", dueMs: 300_000, firedMs: 300_120, state: "fired", tier: "held" }],
      app: "1.0.0",
      device: "Amazfit Balance",
    },
  };
  return event;
}

export function checkin(date: string, back = 2): LogEventOf<"checkin.reported.v1"> {
  const data = { kind: "morning" as const, back, leg: 0, forDate: date };
  return { ...envelope(date, "06:45"), type: "checkin.reported.v1", data };
}

export function profileChanged(date: string, data: ProfileChange): LogEventOf<"profile.changed.v1"> {
  return { ...envelope(date, "06:00"), source: "dashboard", type: "profile.changed.v1", data };
}

export function screened(date: string, yes: readonly number[] = []): LogEventOf<"screening.answered.v1"> {
  const answers = Object.fromEntries(Array.from({ length: 16 }, (_, at) => [String(at + 1), yes.includes(at + 1)]));
  const data = { answers, version: 1 };
  return { ...envelope(date, "05:59"), source: "dashboard", type: "screening.answered.v1", data };
}

export function deleted(of: LogEventOf<"session.recorded.v1">): LogEvent {
  const data = { sessionId: of.data.sessionId, sessionDate: of.localDate };
  return { ...envelope(of.localDate, "20:00"), source: "dashboard", type: "session.deleted.v1", data };
}

/** Says afterwards that a session hurt like this. */
export function edited(of: LogEventOf<"session.recorded.v1">, pain: number): LogEvent {
  const { sessionId, endedAt, outcome, reason, steps, surface, scores } = of.data;
  const data = { sessionId, sessionDate: of.localDate, endedAt, outcome, reason, steps, surface, notes: "" };
  const worst = { back: pain, leg: 0 };
  const edit = { ...data, scores: { ...scores, worst } };
  return { ...envelope(of.localDate, "21:00"), source: "dashboard", type: "session.edited.v1", data: edit };
}

export function chosen(instant: string, planId: string | null, choice: "decline" | "easier"): LogEvent {
  const when = envelope(instant.slice(0, 10), instant.slice(11, 16));
  return { ...when, source: "dashboard", type: "plan.chosen.v1", data: { planId, choice } };
}

/** The first day of somebody who walks well, hurts a little and wants to run three times a week. */
export function firstVisit(date: string): LogEvent[] {
  const placement = { walkMin: 40, jog: { boutS: 15, timesPerWeek: 3, worstPain: 2 } };
  return [
    screened(date),
    profileChanged(date, { usualPain: 2, placement, days: [2, 4, 6], wakeUp: "06:30", zone: "Europe/Berlin" }),
  ];
}
