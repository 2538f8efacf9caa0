import { insteadOf } from "../blocks/moves.ts";
import { floorFrom, isExercise } from "../blocks/steps.ts";
import { floorOffered } from "./floor.ts";
import { refuse } from "./refuse.ts";
import { lengthOf, type SessionState } from "./state.ts";

/** Index of the first step behind the block of exercises that is under way. */
export function afterBlock(state: SessionState): number {
  const { steps } = state.head;
  if (!isExercise(steps[state.step])) refuse("session_not_in_a_block", "There are no exercises to leave.");
  let next = state.step + 1;
  while (next < lengthOf(state) && isExercise(steps[next])) next += 1;
  return next;
}

/** Changes the move under way, and every further time it comes, to its easier version. */
export function instead(state: SessionState): SessionState {
  const { steps } = state.head;
  const move = steps[state.step]?.move ?? null;
  if (insteadOf(move) === null) refuse("session_no_other_way", "There is no other version of this step.");
  const more = steps.flatMap((step, index) => (index >= state.step && step.move === move ? [index] : []));
  return { ...state, instead: [...state.instead.filter((index) => !more.includes(index)), ...more] };
}

/** Goes on with the floor exercises after the questions. */
export function beginFloor(state: SessionState, at: number): SessionState {
  if (!floorOffered(state)) refuse("session_no_floor", "There are no floor exercises to begin.");
  const step = floorFrom(state.head.steps);
  const moving: SessionState = { ...state, status: "running", floor: true, step, visit: state.visit + 1 };
  return { ...moving, stepStartedAt: at, movingSince: at, extraMs: 0, waitedMs: 0, pausedAt: null };
}
