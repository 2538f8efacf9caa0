import { floorFrom, isExercise, READY } from "../blocks/steps.ts";
import type { CueKind, PlannedStep } from "../contract/session.ts";
import type { Fade } from "../session/entry.ts";

/** A cue at its place in a plan: `offsetMs` into the step, or before the step's end where `fromEnd` is true. */
export type ScriptCue = {
  readonly kind: CueKind;
  readonly step: number;
  readonly offsetMs: number;
  readonly fromEnd: boolean;
  /** Counts the cues of this kind in the session, to take turns with their wording. */
  readonly nth: number;
};

const WARNING_MS = 10_000;
const WARNING_FROM_MS = 30_000;
/** Core and posture cues stay clear of the change before them and of the warning or change after them. */
const AFTER_CHANGE_MS = 5_000;
const BEFORE_CHANGE_MS = 5_000;
const BEFORE_WARNING_MS = WARNING_MS + 4_000;
/** Least distance of two of them (plan-rules §8). */
export const CHECK_EVERY_MS = 60_000;

/** The cue that says what to do now. */
export function phaseCue(step: PlannedStep | undefined): CueKind {
  if (step !== undefined && isExercise(step)) return step.move === READY ? "move" : "hold";
  return step !== undefined && step.kind === "run" ? "run" : "walk";
}

const lengthMs = (step: PlannedStep): number => step.plannedS * 1000;

/** Milliseconds from the start of the plan to the start of each step, and to its end. */
export function offsetsMs(steps: readonly PlannedStep[]): {
  readonly starts: readonly number[];
  readonly total: number;
} {
  const starts: number[] = [];
  let total = 0;
  for (const step of steps) {
    starts.push(total);
    total += lengthMs(step);
  }
  return { starts, total };
}

/** A warning 10 s before the gait changes or the session ends; none in steps under 30 s. */
function warnings(steps: readonly PlannedStep[]): ScriptCue[] {
  return steps.flatMap((step, index) => {
    const next = steps[index + 1];
    const changes = next === undefined || phaseCue(next) !== phaseCue(step);
    if (!changes || lengthMs(step) < WARNING_FROM_MS) return [];
    return [{ kind: "warning" as const, step: index, offsetMs: WARNING_MS, fromEnd: true, nth: 0 }];
  });
}

/** Where in a step a check may be, clear of the changes on both sides: the middle, in a long walk before the half is told. */
function quietPlace(step: PlannedStep): number | null {
  const length = lengthMs(step);
  const latest = length - (length < WARNING_FROM_MS ? BEFORE_CHANGE_MS : BEFORE_WARNING_MS);
  if (latest < AFTER_CHANGE_MS) return null;
  return Math.max(AFTER_CHANGE_MS, Math.min(latest, Math.floor(length / (step.kind === "walk" ? 3 : 2))));
}

/**
 * Core and posture checks (plan-rules §8): one light core check in the warm-up; after it at most one check per bout, core
 * and posture taking turns, at least 60 s apart, none in the last third. A plan without runs has its check in the walk.
 */
function checks(steps: readonly PlannedStep[]): ScriptCue[] {
  const { starts, total } = offsetsMs(steps);
  const running = steps.some((step) => step.kind === "run");
  const found: ScriptCue[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const [index, step] of steps.entries()) {
    if (step.kind !== "warmup-walk" && step.kind !== (running ? "run" : "walk")) continue;
    const offsetMs = quietPlace(step);
    if (offsetMs === null) continue;
    const at = (starts[index] ?? 0) + offsetMs;
    if (at * 3 >= total * 2 || at - lastAt < CHECK_EVERY_MS) continue;
    const kind = found.length % 2 === 0 ? ("core" as const) : ("posture" as const);
    const nth = found.filter((cue) => cue.kind === kind).length;
    found.push({ kind, step: index, offsetMs, fromEnd: false, nth });
    lastAt = at;
  }
  return found;
}

/** Half of the planned time, moved to just behind the next change where it would fall on a warning or a change. */
function halfway(steps: readonly PlannedStep[]): ScriptCue[] {
  const { starts, total } = offsetsMs(steps);
  const half = total / 2;
  const index = starts.filter((start) => start <= half).length - 1;
  const step = steps[index];
  if (step === undefined || steps.length < 2) return [];
  const offsetMs = Math.max(AFTER_CHANGE_MS, Math.floor(half - (starts[index] ?? 0)));
  const cue = { kind: "halfway" as const, fromEnd: false, nth: 0 };
  if (offsetMs <= lengthMs(step) - BEFORE_WARNING_MS) return [{ ...cue, step: index, offsetMs }];
  return steps[index + 1] === undefined ? [] : [{ ...cue, step: index + 1, offsetMs: AFTER_CHANGE_MS }];
}

/** Checks become fewer as they become habit: after four weeks every second one, after eight only the first (EJ). */
const KEEP_EVERY: readonly number[] = [1, 2, Number.POSITIVE_INFINITY];
export const FADE_DAYS = 28;

/** How far checks have faded after so many days with the programme. */
export const fadeAfter = (days: number): Fade => (days < FADE_DAYS ? 0 : days < 2 * FADE_DAYS ? 1 : 2);

/** Every cue that a plan calls for apart from the changes themselves, in plan order. Exercises have their changes only. */
export function scriptOf(steps: readonly PlannedStep[], fade: Fade = 0): readonly ScriptCue[] {
  const every = KEEP_EVERY[fade] ?? 1;
  const from = steps.findIndex((step) => !isExercise(step));
  if (from < 0) return [];
  const outing = steps.slice(from, floorFrom(steps));
  const kept = checks(outing).filter((_, index) => index % every === 0);
  return [...warnings(outing), ...kept, ...halfway(outing)].map((cue) => ({ ...cue, step: cue.step + from }));
}
