import type { DoneStep, Pain, SessionRecorded } from "../contract/session.ts";
import { higher } from "./blank-day.ts";
import type { SessionFacts } from "./facts.ts";
import type { KeptSession } from "./sessions.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** The higher of back and leg; null when not asked. */
export function scoreOf(pain: Pain | null): number | null {
  return pain === null ? null : Math.max(pain.back, pain.leg);
}

/** Reduces a session to what the rules look at. */
export function sessionFacts({ event, data }: KeptSession): SessionFacts {
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
    flag: data.reason === "red-flag",
    reason: data.reason,
    ...timesOf(data),
    hro: data.effortHr?.reliable ? data.effortHr.aboveHrr85Pct : null,
    end: minuteOfDay(data.endedAt, event.utcOffsetMin),
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

function minuteOfDay(instant: string, utcOffsetMin: number): number {
  const minutes = Math.floor((Date.parse(instant) || 0) / 60_000) + utcOffsetMin;
  return ((minutes % 1440) + 1440) % 1440;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
