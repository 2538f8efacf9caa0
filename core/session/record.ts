import type { LedgerCue, SessionRecorded } from "../contract/session.ts";
import { BackstrideError } from "../error.ts";
import { encodeTrace, TRACE_EVERY_S } from "../trace/trace.ts";
import { effortOf } from "./effort.ts";
import { moveOf, type SessionState } from "./state.ts";

const MAX_CUES = 240;

/** The ledger in the order in which the cues were due. A session with more than 240 lines keeps the given ones first. */
function ledger(state: SessionState): LedgerCue[] {
  const lines = Object.keys(state.cues).flatMap((id) => state.cues[id] ?? []);
  const kept =
    lines.length <= MAX_CUES
      ? lines
      : [...lines.filter((line) => line.state !== "dropped"), ...lines.filter((line) => line.state === "dropped")];
  return kept.slice(0, MAX_CUES).sort((a, b) => a.dueMs - b.dueMs);
}

/** Null when the sensor never gave a reading: an empty series says more than a row of zeros. */
const series = (values: readonly number[]): string | null =>
  values.some((value) => value > 0) ? encodeTrace(values) : null;

function trace(state: SessionState): SessionRecorded["trace"] {
  const hr = series(state.hr);
  const cadence = series(state.cadence);
  return hr === null && cadence === null ? null : { everyS: TRACE_EVERY_S, hr, cadence };
}

/** The higher of what was said on the way and what was said after. */
function worst(state: SessionState): SessionRecorded["scores"]["worst"] {
  const told = state.answers === null ? null : state.answers.worst;
  const felt = state.reported;
  if (told === null || felt === null) return told ?? felt;
  return { back: Math.max(told.back, felt.back), leg: Math.max(told.leg, felt.leg) };
}

/** What was answered before and after; what was told without being asked for is left out where it was not told. */
function scoresOf(state: SessionState): SessionRecorded["scores"] {
  const { stiffness, energy, after = null, rpe = null, legSymptoms = null } = state.answers ?? {};
  return {
    ...{ before: state.head.before, worst: worst(state), after, rpe, legSymptoms },
    ...(stiffness === undefined ? {} : { stiffness }),
    ...(energy === undefined ? {} : { energy }),
  };
}

/** An instant as the contract wants it. */
export const instantOf = (ms: number): string => new Date(ms).toISOString();

/** The local date at an offset from UTC: `core` has no zones, the offset is what the watch knew at the time. */
export const dateAtOffset = (ms: number, utcOffsetMin: number): string =>
  new Date(ms + utcOffsetMin * 60_000).toISOString().slice(0, 10);

/**
 * The data of `session.recorded.v1` for a session that has ended. The same journal always gives the same record, so that
 * filing it twice is harmless.
 * @throws BackstrideError `session_not_ended`
 */
export function sessionRecord(
  state: SessionState,
  made: { readonly app: string; readonly device: string },
): SessionRecorded {
  const { head, endedAt, outcome, answers } = state;
  if (endedAt === null || outcome === null)
    throw new BackstrideError("session_not_ended", "The session is still going.");
  return {
    sessionId: head.sessionId,
    planId: head.planId,
    level: head.level,
    startedAt: instantOf(head.at),
    endedAt: instantOf(endedAt),
    outcome,
    reason: state.reason,
    steps: head.steps.map((step, index) => ({
      ...step,
      move: moveOf(state, index),
      doneS: Math.round((state.doneMs[index] ?? 0) / 1000),
    })),
    scores: scoresOf(state),
    surface: (answers === null ? null : answers.surface) ?? null,
    effortHr: effortOf(state),
    trace: trace(state),
    cues: ledger(state),
    app: made.app.slice(0, 24),
    device: made.device.slice(0, 48),
  };
}
