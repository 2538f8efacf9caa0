import type { LedgerCue } from "../../../core/contract/session.ts";

export type LedgerSummary = {
  readonly all: number;
  readonly fired: number;
  /** Half of the fired cues were at most this late, in milliseconds; null when none fired. */
  readonly middleMs: number | null;
  readonly worstMs: number | null;
};

/** Milliseconds from due to fired; null when the cue did not fire, or nobody knows. */
export function lateBy({ state, dueMs, firedMs }: LedgerCue): number | null {
  return state === "fired" && firedMs !== null ? firedMs - dueMs : null;
}

export function summariseLedger(cues: readonly LedgerCue[]): LedgerSummary {
  const late = cues.flatMap((cue) => lateBy(cue) ?? []).sort((a, b) => a - b);
  return {
    all: cues.length,
    fired: late.length,
    middleMs: late[Math.ceil(late.length / 2) - 1] ?? null,
    worstMs: late.at(-1) ?? null,
  };
}
