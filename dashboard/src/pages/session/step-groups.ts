import { isExercise, READY } from "../../../../core/blocks/steps.ts";
import type { DoneStep } from "../../../../core/contract/session.ts";

/** A step with its place in the record, and the number that it is shown with. */
export type Numbered = { readonly step: DoneStep; readonly index: number; readonly number: number };

/** The steps as they are shown: walking and running, then the exercises, each from 1. The time to get from one to the next is no step. */
export function groupsOf(steps: readonly DoneStep[]): { readonly [K in "moving" | "exercises"]: readonly Numbered[] } {
  const placed = steps.map((step, index) => ({ step, index })).filter(({ step }) => step.move !== READY);
  const numbered = (list: typeof placed) => list.map((each, at) => ({ ...each, number: at + 1 }));
  return {
    moving: numbered(placed.filter(({ step }) => !isExercise(step))),
    exercises: numbered(placed.filter(({ step }) => isExercise(step))),
  };
}
