import { isRun, lengthOf, nextStep, type RunSpan, type SessionState, stepLengthMs } from "./state.ts";

/** Writes down the time spent in the step under way, when it is left at `at` or, if paused, was left at the pause. */
export function bank(state: SessionState, at: number): SessionState {
  const spent = Math.max(0, (state.pausedAt ?? at) - state.stepStartedAt);
  const doneMs = state.doneMs.map((done, index) => (index === state.step ? done + spent : done));
  return { ...state, doneMs, runSpans: spansUntil(state, at) };
}

/** The running so far, with what is under way closed at `to`. */
export function spansUntil(state: SessionState, to: number): readonly RunSpan[] {
  const from = state.movingSince;
  if (from === null || to <= from || !isRun(state.head.steps[state.step])) return state.runSpans;
  return [...state.runSpans, { from, to }];
}

export function finish(
  state: SessionState,
  at: number,
  outcome: SessionState["outcome"],
  reason: SessionState["reason"],
): SessionState {
  return { ...state, status: "ended", pausedAt: null, movingSince: null, endedAt: at, outcome, reason };
}

/** Leaves the step under way at `at` and enters `step`, or ends the session when there is no such step. */
export function enter(state: SessionState, step: number, at: number): SessionState {
  const banked = bank(state, at);
  if (step >= lengthOf(state)) return finish(banked, at, "completed", state.cut);
  return { ...banked, step, visit: state.visit + 1, stepStartedAt: at, movingSince: at, extraMs: 0, waitedMs: 0 };
}

/**
 * The state at the instant `now`: the steps whose time has run out are left at their exact ends. Ticks never count
 * time, so it does not matter how often, how late or whether at all this was called in between.
 */
export function settle(state: SessionState, now: number): SessionState {
  let settled = state;
  while (settled.status === "running") {
    const end = settled.stepStartedAt + stepLengthMs(settled);
    if (now < end) break;
    settled = enter(settled, nextStep(settled, settled.step), end);
  }
  return settled;
}
