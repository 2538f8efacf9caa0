import type { PlannedStep } from "../contract/session.ts";
import { THRESHOLDS } from "../progress/thresholds.ts";

/** The move of a changeover: time to get into position for the exercise after it. */
export const READY = "ready";

type Kind = Pick<PlannedStep, "kind">;

/** A stretch, a strength exercise, or the changeover to one. */
export const isExercise = (step: Kind | undefined): boolean =>
  step !== undefined && (step.kind === "stretch" || step.kind === "strength");

/** Index of the first floor exercise: of those that follow the last walk. The number of steps when there are none. */
export function floorFrom(steps: readonly Kind[]): number {
  let from = steps.length;
  while (from > 0 && isExercise(steps[from - 1])) from -= 1;
  return from === 0 ? steps.length : from;
}

/** The walking and running alone. */
export const withoutExercises = <S extends Kind>(steps: readonly S[]): S[] => steps.filter((step) => !isExercise(step));

/** The walking and running with what comes before it: what is led before the questions. */
export const withoutFloor = <S extends Kind>(steps: readonly S[]): S[] => steps.slice(0, floorFrom(steps));

const isKnee = (step: PlannedStep | undefined): boolean => step !== undefined && step.move === "knee-to-chest";

/** Without knee to chest and its changeover, cat-cow standing. */
const withoutBending = (steps: readonly PlannedStep[]): PlannedStep[] =>
  steps
    .filter((step, index) => !isKnee(step) && !(step.move === READY && isKnee(steps[index + 1])))
    .map((step) => (step.move === "cat-cow" ? { ...step, move: "cat-cow-easy" } : step));

/** Running warms up for longer (invariant 8). */
function withLongWarmup(steps: readonly PlannedStep[]): PlannedStep[] {
  if (!steps.some(({ kind }) => kind === "run")) return [...steps];
  const warmedUp = (plannedS: number) => Math.max(plannedS, THRESHOLDS.warmup.soonAfterWakingS);
  return steps.map((step) => (step.kind === "warmup-walk" ? { ...step, plannedS: warmedUp(step.plannedS) } : step));
}

/**
 * The steps for somebody who got up so many minutes before they begin: within an hour of waking no exercise bends the back
 * (plan-rules §9), and the walk before running is longer (invariant 8).
 */
export function fitToWaking(steps: readonly PlannedStep[], awakeMin: number): PlannedStep[] {
  const { afterWakingMin } = THRESHOLDS.schedule;
  if (awakeMin >= afterWakingMin) return [...steps];
  const before = withLongWarmup(withoutBending(withoutFloor(steps)));
  const floor = steps.slice(floorFrom(steps));
  const outingS = before.reduce((sum, { plannedS }) => sum + plannedS, 0);
  return [...before, ...(awakeMin + outingS / 60 < afterWakingMin ? withoutBending(floor) : floor)];
}
