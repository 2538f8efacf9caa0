import { addDays, type EpochDay, epochDay, localDateOf, weekOf, weekStartDay } from "../calendar/calendar.ts";
import type { CheckinReported, LogEvent, LogEventType, ScreeningAnswers } from "../contract/event.ts";
import type { LocalDate } from "../contract/primitives.ts";
import type { ProfileChange } from "../contract/profile.ts";
import type { DoneStep, Pain, SessionRecorded, SessionScores } from "../contract/session.ts";
import { boutSeconds, ladderSteps, runSeconds } from "../ladder/ladder.ts";
import { ALL_ASKED } from "../screening/screening.ts";
import { START } from "./blank-state.ts";
import { type Checkpoint, EMPTY_CHECKPOINT } from "./checkpoint.ts";
import type { State } from "./state.ts";

let counter = 0;

/** A fresh id in time order; tests only. */
export function testId(): string {
  counter += 1;
  return `01900000-0000-7000-8000-${String(counter).padStart(12, "0")}`;
}

type Data<T extends LogEventType> = Extract<LogEvent, { type: T }>["data"];

/** An event of one type on a date; `hour` UTC is also the local hour. */
export function eventOn<T extends LogEventType>(type: T, date: LocalDate, data: Data<T>, hour = 8): LogEvent {
  const at = `${date}T${String(hour).padStart(2, "0")}:00:00Z`;
  return { id: testId(), at, localDate: date, utcOffsetMin: 0, source: "watch", type, data } as LogEvent;
}

const both = (score: number | null): Pain | null => (score === null ? null : { back: score, leg: 0 });

/** PRE/DUR/POST, RPE, and how a session differs from one done in full. */
export type Told = {
  readonly level: number;
  readonly pre?: number | null;
  readonly dur?: number | null;
  readonly post?: number | null;
  readonly rpe?: number | null;
  readonly leg?: boolean | null;
  /** Share of each run (each walk at walking levels) that was done. */
  readonly share?: number;
  readonly over?: Partial<SessionRecorded>;
  readonly hour?: number;
};

/** A session as the watch records it: quiet and done in full unless told otherwise. */
export function session(date: LocalDate, told: Told): LogEvent {
  const hour = told.hour === undefined ? 8 : told.hour;
  const value = (score: number | null | undefined, usual: number) => (score === undefined ? usual : score);
  const scores: SessionScores = {
    before: both(value(told.pre, 2)),
    worst: both(value(told.dur, 2)),
    after: both(value(told.post, 2)),
    rpe: value(told.rpe, 4),
    legSymptoms: told.leg === undefined ? false : told.leg,
  };
  return eventOn("session.recorded.v1", date, recorded(date, hour, told, scores), hour);
}

function recorded(date: LocalDate, hour: number, told: Told, scores: SessionScores): SessionRecorded {
  const start = String(hour).padStart(2, "0");
  return {
    sessionId: testId(),
    planId: null,
    level: told.level,
    startedAt: `${date}T${start}:00:00Z`,
    endedAt: `${date}T${start}:30:00Z`,
    outcome: "completed",
    reason: null,
    steps: doneSteps(told.level, told.share === undefined ? 1 : told.share),
    scores,
    surface: null,
    effortHr: null,
    trace: null,
    cues: [],
    app: "test",
    device: "test",
    ...told.over,
  };
}

export function doneSteps(level: number, share: number): DoneStep[] {
  return ladderSteps(level).map((step) => ({ ...step, doneS: Math.floor(step.plannedS * share) }));
}

export function checkin(kind: CheckinReported["kind"], date: LocalDate, score: number, unwell?: boolean): LogEvent {
  const said = unwell === undefined ? {} : { unwell };
  return eventOn("checkin.reported.v1", date, { kind, back: score, leg: 0, forDate: date, ...said }, 7);
}

/** The check-in of a morning: AM of the session of the day before. */
export function morningOf(date: LocalDate, score: number): LogEvent {
  return checkin("morning", date, score);
}

/** Answers to questions 1–16 (or fewer), "no" but for those in `yes`. */
export function screening(date: LocalDate, yes: number[] = [], options: { last?: number; urgent?: number[] } = {}) {
  const answers: ScreeningAnswers["answers"] = {};
  for (let id = 1; id <= (options.last || 16); id += 1) answers[String(id)] = yes.includes(id);
  return eventOn("screening.answered.v1", date, { answers, urgent: options.urgent || [], version: 1 }, 6);
}

export function profile(date: LocalDate, data: ProfileChange): LogEvent {
  return eventOn("profile.changed.v1", date, data, 5);
}

/** Every day is chosen, so that only the rules say when. */
export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * A checkpoint of somebody who completed `level` on `date`, a Saturday or before it in the same week, and had quiet weeks before:
 * BASE is the usual pain, nothing is pending.
 */
export function personAt(level: number, date: LocalDate, usual = 2, more: Partial<State> = {}): Checkpoint {
  const day = epochDay(date);
  const state: State = {
    ...{ ...START, signUp: day - 70, placed: true, played: true, level, usual, reference: usual },
    ...{ grid: 2, checks: 10, gap: { since: day, level }, asked: ALL_ASKED, allOn: day - 70, eightOn: day },
    ...more,
  };
  const saturday: EpochDay = weekStartDay(weekOf(date)) + 5;
  return {
    ...EMPTY_CHECKPOINT,
    ...{ week: weekOf(date), profile: { days: EVERY_DAY, wakeUp: "06:00" }, state },
    diary: { from: saturday, days: "..." },
    load: [[day, runSeconds(level), boutSeconds(level)]],
  };
}

/** Days after a date, as a date. */
export function after(date: LocalDate, days: number): LocalDate {
  return addDays(date, days);
}

export function dateOf(day: EpochDay): LocalDate {
  return localDateOf(day);
}
