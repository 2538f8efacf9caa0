import type { DoneStep, LedgerCue, StepKind } from "../../../core/contract/session.ts";

/** A phase on the clock of the session: seconds from its start. */
export type Span = { readonly kind: StepKind; readonly from: number; readonly to: number };

const CHANGES: readonly string[] = ["run", "walk", "hold", "move"];

/**
 * When each done step was. A pause moves all that follows, and only the cues know by how much: where there is exactly one
 * phase cue for each step, its due time is the step's start; otherwise the steps follow each other without pauses.
 */
export function spansOf(steps: readonly DoneStep[], cues: readonly LedgerCue[], totalS: number): Span[] {
  const done = steps.filter(({ doneS }) => doneS > 0);
  const starts = cues.filter(({ kind }) => CHANGES.includes(kind)).map(({ dueMs }) => Math.round(dueMs / 1000));
  if (starts.length === done.length && rises(starts)) {
    return done.map(({ kind }, index) => ({ kind, from: starts[index] ?? 0, to: starts[index + 1] ?? totalS }));
  }
  let at = 0;
  return done.map(({ kind, doneS }) => {
    const from = at;
    at += doneS;
    return { kind, from, to: at };
  });
}

const rises = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
