import type { PlannedStep, StepKind } from "../../../core/contract/session.ts";
import { t } from "../i18n/t.ts";
import { duration } from "./durations.ts";

/** One length of time in one phase; steps of the same phase that follow each other stay apart. */
export type Phase = { readonly kind: StepKind; readonly seconds: number };

export const plannedPhases = (steps: readonly PlannedStep[]): Phase[] =>
  steps.map(({ kind, plannedS }) => ({ kind, seconds: plannedS }));

export const totalSeconds = (phases: readonly Phase[]): number => phases.reduce((sum, { seconds }) => sum + seconds, 0);

/** A plan in words, part by part: "5 min warm-up", "6 × 15 s run, 2 min walk", "5 min cool-down". */
export function describe(phases: readonly Phase[]): string[] {
  const seconds = (kind: StepKind) => totalSeconds(phases.filter((phase) => phase.kind === kind));
  const parts: string[] = [];
  const warmup = seconds("warmup-walk");
  const cooldown = seconds("cooldown-walk");
  const floor = seconds("stretch") + seconds("strength");
  if (warmup > 0) parts.push(t("steps.warmup", duration(warmup)));
  parts.push(...describeMiddle(phases));
  if (cooldown > 0) parts.push(t("steps.cooldown", duration(cooldown)));
  if (floor > 0) parts.push(t("steps.floor", duration(floor)));
  return parts;
}

function describeMiddle(phases: readonly Phase[]): string[] {
  const runs = phases.filter(({ kind }) => kind === "run").map(({ seconds }) => seconds);
  const walks = phases.filter(({ kind }) => kind === "walk").map(({ seconds }) => seconds);
  const walked = walks.reduce((sum, each) => sum + each, 0);
  const [run, walk] = [runs[0], walks[0]];
  if (run === undefined) return walked === 0 ? [] : [t("steps.walk", duration(walked))];
  const even = runs.every((each) => each === run) && walks.every((each) => each === walk);
  if (even && walk !== undefined && runs.length === walks.length) {
    return [t("steps.pairs", runs.length, duration(run), duration(walk))];
  }
  const ran = runs.reduce((sum, each) => sum + each, 0);
  return [t("steps.runs", duration(ran)), ...(walked === 0 ? [] : [t("steps.walk", duration(walked))])];
}
