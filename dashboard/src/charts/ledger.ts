import type { LedgerCue } from "../../../core/contract/session.ts";

export type LedgerSummary = {
  readonly all: number;
  readonly fired: number;
  /** The latest of the fired cues, in milliseconds; null when none fired. */
  readonly worstMs: number | null;
};

/** Milliseconds from due to fired; null when the cue did not fire, or nobody knows. */
export function lateBy({ state, dueMs, firedMs }: LedgerCue): number | null {
  return state === "fired" && firedMs !== null ? firedMs - dueMs : null;
}

export function summariseLedger(cues: readonly LedgerCue[]): LedgerSummary {
  const late = cues.flatMap((cue) => lateBy(cue) ?? []);
  return { all: cues.length, fired: late.length, worstMs: late.length === 0 ? null : Math.max(...late) };
}
