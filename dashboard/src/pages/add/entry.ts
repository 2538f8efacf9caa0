import type { LogEventOf } from "../../../../core/contract/event.ts";
import type { DoneStep, PlannedStep, SessionRecorded, SessionScores } from "../../../../core/contract/session.ts";
import { ladderSteps } from "../../../../core/ladder/ladder.ts";

export type Kind = LogEventOf<"variety.recorded.v1">["data"]["kind"] | "session";
export type Share = 25 | 50 | 75 | 100;
export type Reason = "pain" | "effort" | "external";

/** What a session by hand is told by. */
export type Told = {
  readonly level: number;
  readonly share: Share;
  readonly reason: Reason;
  readonly startedAt: Date;
  readonly scores: SessionScores;
};

/** Steps done in order until that share of the whole time. */
export function doneUpTo(steps: readonly PlannedStep[], share: Share): DoneStep[] {
  const whole = steps.reduce((sum, { plannedS }) => sum + plannedS, 0);
  let left = Math.round((whole * share) / 100);
  return steps.map((step) => {
    const doneS = Math.min(step.plannedS, left);
    left -= doneS;
    return { ...step, doneS };
  });
}

/** A session that no watch recorded, as it goes into the log: no heart rate, no cues. */
export function sessionOf(sessionId: string, { level, share, reason, startedAt, scores }: Told): SessionRecorded {
  const steps = doneUpTo(ladderSteps(level), share);
  const seconds = steps.reduce((sum, { doneS }) => sum + doneS, 0);
  const whole = share === 100;
  return {
    ...{ sessionId, planId: null, level, startedAt: startedAt.toISOString() },
    endedAt: new Date(startedAt.getTime() + seconds * 1000).toISOString(),
    outcome: whole ? "completed" : "ended-early",
    reason: whole ? null : reason,
    ...{ steps, scores, surface: null, effortHr: null, trace: null, cues: [], app: "1.0.0", device: "by hand" },
  };
}

/** The instant of a day and a time on this browser's wall clock; null when one of them is not given. */
export function instantOf(date: string, time: string): Date | null {
  const instant = new Date(`${date}T${time}`);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(instant.getTime()) ? instant : null;
}

export function minutesOf(text: string): number | null {
  const minutes = Number(text);
  return text.trim() !== "" && Number.isInteger(minutes) && minutes >= 1 && minutes <= 600 ? minutes : null;
}
