import type { PlannedStep } from "../contract/session.ts";
import { THRESHOLDS } from "../progress/thresholds.ts";
import { READY } from "./steps.ts";

const { warmup, floor, catS, cobraS, returnS, stages } = THRESHOLDS.blocks;

type Sets = readonly PlannedStep[];

const stretch = (move: string, plannedS: number, more: Partial<PlannedStep> = {}): PlannedStep => ({
  ...{ kind: "stretch" as const, move, side: null, plannedS },
  ...more,
});
const strength = (move: string, plannedS: number, more: Partial<PlannedStep> = {}): PlannedStep => ({
  ...stretch(move, plannedS, more),
  kind: "strength",
});
function times(count: number, make: (index: number) => Sets): PlannedStep[] {
  const all: PlannedStep[] = [];
  for (let index = 0; index < count; index += 1) all.push(...make(index));
  return all;
}
const sides = (step: PlannedStep): PlannedStep[] => [
  { ...step, side: "L" },
  { ...step, side: "R" },
];
const rest = (seconds: number, index: number): PlannedStep[] => (index === 0 ? [] : [stretch(READY, seconds)]);
/** The exercises one after the other, a changeover before each. */
const block = (readyS: number, moves: readonly Sets[]): PlannedStep[] =>
  times(moves.length, (index) => [stretch(READY, readyS), ...(moves[index] ?? [])]);

/** The exercises before the walk, about two minutes (plan-rules §9). `brittle`: no knee to chest. */
export function warmupBlock({ brittle }: { readonly brittle: boolean }): PlannedStep[] {
  const knee = sides(stretch("knee-to-chest", warmup.kneeS));
  const cat = [stretch("cat-cow", warmup.cats * catS, { reps: warmup.cats })];
  const hip = sides(stretch("hip-flexor", warmup.hipS));
  return block(warmup.readyS, brittle ? [cat, hip] : [knee, cat, hip]);
}

/** The exercises after the session, ten minutes or more with changeovers (plan-rules §9). */
export function floorBlock({ stage, brittle }: { readonly stage: number; readonly brittle: boolean }): PlannedStep[] {
  const knee = times(floor.sets, () => sides(stretch("knee-to-chest", floor.kneeS)));
  const moves: Sets[] = [
    [stretch("cat-cow", floor.cats * catS, { reps: floor.cats })],
    times(floor.sets, () => sides(stretch("hip-flexor", floor.hipS))),
    ...grown(stage),
    times(floor.sets, (index) => [...rest(floor.breathS, index), stretch("child-pose", floor.childS)]),
    [stretch("cobra", floor.cobras * cobraS, { reps: floor.cobras })],
  ];
  return block(floor.readyS, brittle ? moves : [knee, ...moves]);
}

/** What grows: plank and bird-dog at a stage. */
function grown(stage: number): Sets[] {
  const found = stages[Math.max(0, Math.min(stages.length - 1, stage))];
  if (found === undefined) return [];
  const { planks, plankS, dogs, dogS } = found;
  return [
    times(planks, (index) => [...rest(floor.restS, index), strength("plank", plankS)]),
    times(dogs.length, (index) => {
      const reps = dogs[index] ?? 0;
      return sides(strength("bird-dog", reps * (dogS + returnS), { reps }));
    }),
  ];
}
