import type { CueSetting } from "../contract/cue-kinds.ts";
import type { CuePreference } from "../contract/profile.ts";
import type { CueKind } from "../contract/session.ts";
import type { CueRef } from "../session/entry.ts";
import { lengthOf, nextStep, type SessionState, stepLengthMs } from "../session/state.ts";
import { CHECK_EVERY_MS, phaseCue, type ScriptCue, scriptOf } from "./script.ts";

export type Cue = CueRef & {
  /** True for what tells to change or stop: never stale, caught up once after a gap. */
  readonly phase: boolean;
  readonly nth: number;
};

export type Preferences = { readonly [kind in CueSetting]?: CuePreference | undefined };

/** The preference that a cue obeys. */
export const settingOf = (kind: CueKind): CueSetting => (kind === "move" ? "hold" : kind);

/** Least distance of two cues in milliseconds. */
export const SPACING_MS = 4_000;

/** Who gives way when two cues are closer than {@link SPACING_MS}: the later in this list. */
const PRIORITY: readonly CueKind[] = [
  "stop",
  "done",
  "run",
  "walk",
  "hold",
  "move",
  "here",
  "warning",
  "ease-off",
  "halfway",
  "core",
  "posture",
];
const rank = (cue: Cue): number => PRIORITY.indexOf(cue.kind);

/** One visit of a step, as the plan and the journal say now. */
export type Visit = { readonly visit: number; readonly step: number; readonly from: number; readonly to: number };

/** The step under way and the ones to come with their absolute times; none while paused or ended. */
export function timeline(state: SessionState): readonly Visit[] {
  if (state.status !== "running") return [];
  const visits: Visit[] = [];
  let from = state.stepStartedAt;
  let step = state.step;
  while (step < lengthOf(state)) {
    const length = step === state.step ? stepLengthMs(state) : (state.head.steps[step]?.plannedS ?? 0) * 1000;
    visits.push({ visit: state.visit + visits.length, step, from, to: from + length });
    from += length;
    step = nextStep(state, step);
  }
  return visits;
}

const plays = (kind: CueKind, preferences: Preferences): boolean =>
  // Without a "done" nobody would know that they may stop: it cannot be muted (plan-rules §8).
  kind === "done" || kind === "stop" || preferences[settingOf(kind)]?.muted !== true;

const leadMs = (kind: CueKind, preferences: Preferences): number => (preferences[settingOf(kind)]?.leadS ?? 0) * 1000;

function changes(state: SessionState, visits: readonly Visit[], preferences: Preferences): Cue[] {
  const entering = visits.map((visit, index): Cue => {
    const kind = phaseCue(state.head.steps[visit.step]);
    const previous = visits[index - 1];
    // A lead never reaches back into the change before.
    const earliest = previous === undefined ? visit.from : Math.min(visit.from, previous.from + SPACING_MS);
    const dueAt = Math.max(earliest, visit.from - leadMs(kind, preferences));
    return { id: `${visit.visit}.${kind}`, kind, dueAt, phase: true, nth: 0 };
  });
  const last = visits[visits.length - 1];
  if (last === undefined) return entering;
  // The walk and the exercises after it each end with one.
  const id = state.floor ? "floor.done" : "done";
  return [...entering, { id, kind: "done", dueAt: last.to, phase: true, nth: 0 }];
}

function place(visit: Visit, cue: ScriptCue, preferences: Preferences): Cue {
  const at = cue.fromEnd ? visit.to - cue.offsetMs : visit.from + cue.offsetMs;
  const dueAt = Math.max(visit.from, at - leadMs(cue.kind, preferences));
  const id = cue.kind === "halfway" ? "halfway" : `${visit.visit}.${cue.kind}`;
  return { id, kind: cue.kind, dueAt, phase: false, nth: cue.nth };
}

/** Keeps the more important of two cues that are too close; `cues` in any order, the result sorted by time. */
export function spaced(cues: readonly Cue[]): readonly Cue[] {
  const kept: Cue[] = [];
  for (const cue of [...cues].sort((a, b) => rank(a) - rank(b) || a.dueAt - b.dueAt)) {
    if (kept.every((other) => Math.abs(other.dueAt - cue.dueAt) >= SPACING_MS || (cue.phase && other.phase))) {
      kept.push(cue);
    }
  }
  return kept.sort((a, b) => a.dueAt - b.dueAt || rank(a) - rank(b));
}

const isCheck = (kind: CueKind): boolean => kind === "core" || kind === "posture";

/** Leaves out the checks less than 60 s behind one that was given or comes before: a walk was skipped, a run begins again. */
function checksApart(cues: readonly Cue[], { head, cues: given }: SessionState): readonly Cue[] {
  const felt = Object.values(given).flatMap(({ kind, firedMs }) =>
    isCheck(kind) && firedMs !== null ? [firedMs] : [],
  );
  let last = head.at + Math.max(Number.NEGATIVE_INFINITY, ...felt);
  return cues.filter(({ id, kind, dueAt }) => {
    if (!isCheck(kind) || given[id] !== undefined) return true;
    if (dueAt - last < CHECK_EVERY_MS) return false;
    last = dueAt;
    return true;
  });
}

/**
 * The cues of a running session from the step under way to the end, sorted, absolute, at least 4 s apart. Ids stay the
 * same however often this is worked out, so what was given is never given again.
 */
export function cuesOf(state: SessionState, preferences: Preferences = {}): readonly Cue[] {
  const visits = timeline(state);
  const script = scriptOf(state.head.steps, state.head.fade);
  const placed = visits.flatMap((visit) =>
    script.filter((cue) => cue.step === visit.step).map((cue) => place(visit, cue, preferences)),
  );
  const all = [...changes(state, visits, preferences), ...placed];
  return checksApart(spaced(all.filter((cue) => plays(cue.kind, preferences))), state);
}
