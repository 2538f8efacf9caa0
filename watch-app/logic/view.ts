import { insteadOf, plainMove } from "../../core/blocks/moves.ts";
import { floorFrom, isExercise, READY } from "../../core/blocks/steps.ts";
import type { CueKind, PlannedStep, StepKind } from "../../core/contract/session.ts";
import { lengthOf, moveOf, nextStep, type SessionState, stepLengthMs } from "../../core/session/state.ts";

export type Message = { readonly kind: CueKind; readonly nth: number; readonly cadence?: number | null | undefined };

/** A step as it is named: its kind, and the move and side of an exercise. */
export type Part = { readonly kind: StepKind; readonly move: string | null; readonly side: PlannedStep["side"] };

/** What a page shows of an exercise besides its time. */
export type Exercise = {
  /** The changeover: `move` is then the one that it leads to. */
  readonly ready: boolean;
  readonly move: string;
  readonly side: PlannedStep["side"];
  /** The repetition under way, and how many there are; null for one hold. */
  readonly rep: { readonly n: number; readonly of: number } | null;
  /** Whether to say how it is done: while getting ready, and at the beginning. */
  readonly how: boolean;
  /** Whether there is an easier version of it. */
  readonly instead: boolean;
};

/** What the session page draws. */
export type View = {
  readonly status: SessionState["status"];
  readonly kind: StepKind;
  readonly exercise: Exercise | null;
  /** Whether these are the exercises after the session. */
  readonly floor: boolean;
  /** Whole seconds left of the step, rounded up. */
  readonly leftS: number;
  /** The step after this one and its length in seconds, changeovers passed over; null in the last. */
  readonly next: (Part & { readonly seconds: number }) | null;
  readonly hr: number | null;
  readonly message: Message | null;
  /** Share of the planned time that is behind, 0–1. */
  readonly share: number;
  readonly saved: boolean;
  /** Milliseconds until the page should look again. */
  readonly waitMs: number;
};

export type Seen = Pick<View, "hr" | "message" | "saved" | "waitMs">;

/** How long the words about an exercise stay once it has begun. */
const HOW_MS = 8_000;

const sumMs = (steps: readonly PlannedStep[]): number => steps.reduce((sum, each) => sum + each.plannedS * 1000, 0);

/** The first step from `from` on that is no changeover; null behind the last. */
function partAt(
  state: SessionState,
  from: number,
): (Part & { readonly seconds: number; readonly step: number }) | null {
  let step = from;
  while (state.head.steps[step]?.move === READY) step = nextStep(state, step);
  const found = state.head.steps[step];
  if (found === undefined || step >= lengthOf(state)) return null;
  return { kind: found.kind, move: moveOf(state, step), side: found.side, seconds: found.plannedS, step };
}

function exerciseOf(state: SessionState, inStepMs: number): Exercise | null {
  const step = state.head.steps[state.step];
  const shown = partAt(state, state.step);
  if (!isExercise(step) || shown === null || shown.move === null) return null;
  const ready = step?.move === READY;
  // What cannot be counted is held for as long: child's pose instead of the cobra.
  const of = plainMove(shown.move) === step?.move ? step.reps : undefined;
  const repMs = of === undefined ? 0 : stepLengthMs(state) / of;
  return {
    ready,
    move: shown.move,
    side: shown.side,
    rep: of === undefined ? null : { n: Math.min(of, Math.floor(inStepMs / repMs) + 1), of },
    how: ready || inStepMs < HOW_MS,
    instead: !state.instead.includes(shown.step) && insteadOf(shown.move) !== null,
  };
}

/** The view of a state that was settled at `now`. */
export function viewOf(state: SessionState, now: number, seen: Seen): View {
  const steps = state.head.steps.slice(0, lengthOf(state));
  const first = state.floor ? floorFrom(state.head.steps) : 0;
  const at = state.pausedAt ?? now;
  const length = stepLengthMs(state);
  const planned = sumMs(steps.slice(first));
  const inStep = Math.max(0, Math.min(length, at - state.stepStartedAt));
  const exercise = exerciseOf(state, inStep);
  const shown = exercise?.ready === true ? partAt(state, state.step)?.step : state.step;
  return {
    status: state.status,
    kind: steps[state.step]?.kind ?? "walk",
    exercise,
    floor: state.floor,
    leftS: Math.max(0, Math.ceil((state.stepStartedAt + length - at) / 1000)),
    next: partAt(state, nextStep(state, shown ?? state.step)),
    share: planned === 0 ? 1 : Math.min(1, (sumMs(steps.slice(first, state.step)) + inStep) / planned),
    ...seen,
  };
}
