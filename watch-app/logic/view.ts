import type { CueKind, StepKind } from "../../core/contract/session.ts";
import { nextStep, type SessionState, stepLengthMs } from "../../core/session/state.ts";

export type Message = { readonly kind: CueKind; readonly nth: number; readonly cadence?: number | null | undefined };

/** What the session page draws. */
export type View = {
  readonly status: SessionState["status"];
  readonly kind: StepKind;
  /** Whole seconds left of the step, rounded up. */
  readonly leftS: number;
  /** The step after this one and its length in seconds; null in the last. */
  readonly next: { readonly kind: StepKind; readonly seconds: number } | null;
  readonly hr: number | null;
  readonly message: Message | null;
  /** Share of the planned time that is behind, 0–1. */
  readonly share: number;
  readonly saved: boolean;
  /** Milliseconds until the page should look again. */
  readonly waitMs: number;
};

export type Seen = Pick<View, "hr" | "message" | "saved" | "waitMs">;

/** The view of a state that was settled at `now`. */
export function viewOf(state: SessionState, now: number, seen: Seen): View {
  const steps = state.head.steps;
  const at = state.pausedAt ?? now;
  const length = stepLengthMs(state);
  const next = steps[nextStep(state, state.step)];
  const planned = steps.reduce((sum, each) => sum + each.plannedS * 1000, 0);
  const behind = steps.slice(0, state.step).reduce((sum, each) => sum + each.plannedS * 1000, 0);
  const inStep = Math.min(length, at - state.stepStartedAt);
  return {
    status: state.status,
    kind: steps[state.step]?.kind ?? "walk",
    leftS: Math.max(0, Math.ceil((state.stepStartedAt + length - at) / 1000)),
    next: next === undefined ? null : { kind: next.kind, seconds: next.plannedS },
    share: planned === 0 ? 1 : Math.min(1, (behind + inStep) / planned),
    ...seen,
  };
}
