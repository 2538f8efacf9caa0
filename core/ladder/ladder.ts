import type { PlannedStep, StepKind } from "../contract/session.ts";

/** One rung. Times in seconds; `reps` times (run, then walk). Levels 0–4 have one long walk and no run. */
export type Rung = {
  readonly level: number;
  readonly warmupS: number;
  readonly runS: number;
  readonly walkS: number;
  readonly reps: number;
  readonly cooldownS: number;
};

/** `[warm-up min, run s, walk s, reps, cool-down min]` by level. Source: plan-rules L (ladder table). */
const ROWS: readonly (readonly [number, number, number, number, number])[] = [
  [1, 0, 180, 1, 1],
  [2, 0, 360, 1, 2],
  [3, 0, 540, 1, 3],
  [4, 0, 720, 1, 4],
  [5, 0, 900, 1, 5],
  [5, 15, 120, 6, 5],
  [5, 15, 105, 8, 5],
  [5, 20, 100, 8, 5],
  [5, 30, 120, 7, 5],
  [5, 30, 90, 9, 5],
  [5, 45, 90, 8, 5],
  [5, 45, 75, 9, 5],
  [5, 60, 90, 8, 5],
  [5, 60, 75, 9, 5],
  [5, 75, 75, 8, 5],
  [5, 90, 90, 7, 5],
  [5, 90, 75, 8, 5],
  [5, 120, 90, 6, 5],
  [5, 135, 90, 6, 5],
  [5, 150, 90, 6, 5],
  [5, 180, 90, 5, 5],
  [5, 240, 120, 4, 5],
  [5, 255, 105, 4, 5],
  [5, 270, 90, 4, 5],
  [5, 285, 90, 4, 5],
  [5, 300, 90, 4, 5],
];

/** The 26 rungs, 0–25. */
export const LADDER: readonly Rung[] = ROWS.map(([warmup, runS, walkS, reps, cooldown], level) => ({
  level,
  warmupS: warmup * 60,
  runS,
  walkS,
  reps,
  cooldownS: cooldown * 60,
}));

export const MAX_LEVEL = 25;
/** The last rung of the evidence; higher ones need an opt-in. */
export const FINISH_LEVEL = 20;
/** The lowest rung with running. */
export const FIRST_RUN_LEVEL = 5;

/** The rung of a level; a level outside the ladder counts as the nearest one, so that no caller can fall off. */
export function rungOf(level: number): Rung {
  const rung = LADDER[Math.min(MAX_LEVEL, Math.max(0, Math.trunc(level) || 0))];
  if (rung === undefined) throw new RangeError(`No level ${level}`);
  return rung;
}

/** Prescribed run seconds in all; 0 at walking levels. */
export function runSeconds(level: number): number {
  const rung = rungOf(level);
  return rung.runS * rung.reps;
}

/** Seconds of one prescribed run; 0 at walking levels. */
export function boutSeconds(level: number): number {
  return rungOf(level).runS;
}

/** Prescribed seconds of the walk itself at walking levels (without warm-up and cool-down). */
export function walkSeconds(level: number): number {
  const rung = rungOf(level);
  return rung.walkS * rung.reps;
}

/** Seconds from the first to the last step, without floor exercises. */
export function totalSeconds(level: number): number {
  return ladderSteps(level).reduce((sum, step) => sum + step.plannedS, 0);
}

/** The timed steps of a level: warm-up walk, runs and walks in turn, cool-down walk. */
export function ladderSteps(level: number): PlannedStep[] {
  const rung = rungOf(level);
  const steps = [timed("warmup-walk", rung.warmupS)];
  for (let rep = 0; rep < rung.reps; rep += 1) {
    if (rung.runS > 0) steps.push(timed("run", rung.runS));
    steps.push(timed("walk", rung.walkS));
  }
  steps.push(timed("cooldown-walk", rung.cooldownS));
  return steps;
}

function timed(kind: StepKind, plannedS: number): PlannedStep {
  return { kind, move: null, side: null, plannedS };
}
