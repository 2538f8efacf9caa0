import type { EpochDay } from "../calendar/calendar.ts";
import type { DoneStep, Pain, SessionRecorded, SessionScores } from "../contract/session.ts";
import { higher } from "./blank-day.ts";
import type { SessionFacts } from "./facts.ts";
import { isFlag, type KeptSession } from "./sessions.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** The higher of back and leg; null when not asked. */
export function scoreOf(pain: Pain | null): number | null {
  return pain === null ? null : Math.max(pain.back, pain.leg);
}

/** The highest score of an outing, at any moment and site; null when none was given. */
export function worstOf({ before, worst, after }: SessionScores): number | null {
  return higher(higher(scoreOf(before), scoreOf(worst)), scoreOf(after));
}

/** Reduces a session, told `at` (unix ms), to what the rules look at. */
export function sessionFacts({ event, day, data }: KeptSession, at: number): SessionFacts {
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
    ...(isFlag(data) ? { at } : {}),
    reason: data.reason,
    ...timesOf(data),
    hro: data.effortHr?.reliable ? data.effortHr.aboveHrr85Pct : null,
    end: minutesSince(day, data.endedAt, event.utcOffsetMin),
    worst: worstOf(data.scores),
  };
}

function timesOf(data: SessionRecorded): Pick<SessionFacts, "credit" | "ran" | "bout" | "moved"> {
  const times = { credit: 0, ran: 0, bout: 0, moved: 0 };
  for (const step of data.steps) {
    if (step.kind !== "run" && step.kind !== "walk") continue;
    times.moved += credited(step);
    if (step.kind === "walk") continue;
    times.credit += credited(step);
    times.ran += step.doneS;
    times.bout = Math.max(times.bout, step.doneS);
  }
  return times;
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
