import type { EpochDay } from "../calendar/calendar.ts";
import type { DoneStep, Pain, SessionRecorded } from "../contract/session.ts";
import { higher } from "./blank-day.ts";
import type { SessionFacts } from "./facts.ts";
import { instantOf } from "./order.ts";
import { isFlag, type KeptSession } from "./sessions.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** The higher of back and leg; null when not asked. */
export function scoreOf(pain: Pain | null): number | null {
  return pain === null ? null : Math.max(pain.back, pain.leg);
}

/** Reduces a session to what the rules look at. */
export function sessionFacts({ event, day, data }: KeptSession): SessionFacts {
  const { before, worst, after, rpe, legSymptoms } = data.scores;
  const [pre, dur, post] = [scoreOf(before), scoreOf(worst), scoreOf(after)];
  return {
    t: "s",
    id: data.sessionId,
    level: data.level,
    pre,
    dur,
    post,
    rpe,
    leg: legSymptoms === true,
    stop: data.outcome !== "completed" && data.reason === "pain",
    flag: isFlag(data),
    ...(isFlag(data) ? { at: instantOf(event) } : {}),
    reason: data.reason,
    ...timesOf(data),
    hro: data.effortHr?.reliable ? data.effortHr.aboveHrr85Pct : null,
    end: minutesSince(day, data.endedAt, event.utcOffsetMin),
    worst: higher(higher(pre, dur), post),
  };
}

function timesOf(data: SessionRecorded): Pick<SessionFacts, "credit" | "ran" | "bout" | "moved"> {
  const runs = data.steps.filter((step) => step.kind === "run");
  const walks = data.steps.filter((step) => step.kind === "walk");
  return {
    credit: sum(runs.map(credited)),
    ran: sum(runs.map((step) => step.doneS)),
    bout: runs.reduce((longest, step) => Math.max(longest, step.doneS), 0),
    moved: sum(runs.map(credited)) + sum(walks.map(credited)),
  };
}

/** Done seconds of a step towards its prescription: whole when within 3 s of it, never more than it. */
function credited({ plannedS, doneS }: DoneStep): number {
  return doneS >= plannedS - THRESHOLDS.done.boutSlackS ? plannedS : doneS;
}

/** A session over midnight ends on the next date; beyond that its end is not believed. */
function minutesSince(day: EpochDay, instant: string, utcOffsetMin: number): number {
  const minutes = Math.floor((Date.parse(instant) || 0) / 60_000) + utcOffsetMin - day * 1440;
  return Math.min(2 * 1440 - 1, Math.max(0, minutes));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
