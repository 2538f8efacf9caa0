import { isExercise, withoutExercises } from "../../../core/blocks/steps.ts";
import type { PlannedStep, StepKind } from "../../../core/contract/session.ts";
import { t } from "../i18n/t.ts";
import { duration } from "./durations.ts";

/** One length of time in one phase; steps of the same phase that follow each other stay apart. */
export type Phase = { readonly kind: StepKind; readonly seconds: number };

export const plannedPhases = (steps: readonly PlannedStep[]): Phase[] =>
  steps.map(({ kind, plannedS }) => ({ kind, seconds: plannedS }));

export const totalSeconds = (phases: readonly Phase[]): number => phases.reduce((sum, { seconds }) => sum + seconds, 0);

const exerciseSeconds = (phases: readonly Phase[]): number => totalSeconds(phases.filter(isExercise));

/** "31 min moving, 12 min of exercises": minutes moving are never those of the exercises. */
export function howLong(phases: readonly Phase[]): string {
  const moving = t("time.moving", duration(totalSeconds(withoutExercises(phases))));
  const restS = exerciseSeconds(phases);
  return restS === 0 ? moving : `${moving}, ${t("steps.stretch", duration(restS))}`;
}

/** One part of a plan in words, and the phase it looks like. */
export type Part = { readonly kind: StepKind; readonly text: string };

/** A plan in words, part by part: "5 min warm-up", "6 × 15 s run, 2 min walk", "5 min cool-down". */
export function describe(phases: readonly Phase[]): Part[] {
  const seconds = (kind: StepKind) => totalSeconds(phases.filter((phase) => phase.kind === kind));
  const parts: Part[] = [];
  const warmup = seconds("warmup-walk");
  const cooldown = seconds("cooldown-walk");
  const firstWalk = phases.findIndex((phase) => !isExercise(phase));
  const before = exerciseSeconds(phases.slice(0, Math.max(0, firstWalk)));
  const floor = exerciseSeconds(phases) - before;
  if (before > 0) parts.push({ kind: "stretch", text: t("steps.stretch", duration(before)) });
  if (warmup > 0) parts.push({ kind: "warmup-walk", text: t("steps.warmup", duration(warmup)) });
  parts.push(...describeMiddle(phases));
  if (cooldown > 0) parts.push({ kind: "cooldown-walk", text: t("steps.cooldown", duration(cooldown)) });
  if (floor > 0) parts.push({ kind: "stretch", text: t("steps.floor", duration(floor)) });
  return parts;
}

function describeMiddle(phases: readonly Phase[]): Part[] {
  const runs = phases.filter(({ kind }) => kind === "run").map(({ seconds }) => seconds);
  const walks = phases.filter(({ kind }) => kind === "walk").map(({ seconds }) => seconds);
  const walked = walks.reduce((sum, each) => sum + each, 0);
  const walking: Part[] = walked === 0 ? [] : [{ kind: "walk", text: t("steps.walk", duration(walked)) }];
  const [run, walk] = [runs[0], walks[0]];
  if (run === undefined) return walking;
  const even = runs.every((each) => each === run) && walks.every((each) => each === walk);
  if (even && walk !== undefined && runs.length === walks.length) {
    return [{ kind: "run", text: t("steps.pairs", runs.length, duration(run), duration(walk)) }];
  }
  const ran = runs.reduce((sum, each) => sum + each, 0);
  return [{ kind: "run", text: t("steps.runs", duration(ran)) }, ...walking];
}
