import { insteadOf } from "../blocks/moves.ts";
import { floorFrom } from "../blocks/steps.ts";
import type { LedgerCue, Pain, PlannedStep, SessionRecorded } from "../contract/session.ts";
import type { Answers, StartEntry } from "./entry.ts";

export type Status = "running" | "paused" | "ended";

/** A stretch of time spent running, in Unix milliseconds; what `effortHr` looks at. */
export type RunSpan = { readonly from: number; readonly to: number };

/** The exact state of a session after the entries of its journal; see {@link settle} for the state at a later instant. */
export type SessionState = {
  readonly head: StartEntry;
  readonly status: Status;
  /** Index of the step under way. */
  readonly step: number;
  /** Counts the steps entered; going back enters anew, so that its cues are new ones too. */
  readonly visit: number;
  /** When the step under way began, moved on by every pause: elapsed = now − stepStartedAt. */
  readonly stepStartedAt: number;
  /** Since when the person has been moving in this step without a pause; null while paused. */
  readonly movingSince: number | null;
  /** Milliseconds added to the step under way. */
  readonly extraMs: number;
  /** How many of these the heart rate added. */
  readonly waitedMs: number;
  readonly pausedAt: number | null;
  /** Milliseconds done of each planned step, over all visits. */
  readonly doneMs: readonly number[];
  readonly runSpans: readonly RunSpan[];
  readonly walkOnly: boolean;
  /** Whether the floor exercises at the end of the steps were begun. Without them a session ends with its last walk. */
  readonly floor: boolean;
  /** Moves that are done in their easier version from here on, or were. */
  readonly instead: readonly number[];
  /** Why running was cut, if it was. */
  readonly cut: "effort" | "pain" | null;
  readonly endedAt: number | null;
  readonly outcome: SessionRecorded["outcome"] | null;
  readonly reason: SessionRecorded["reason"];
  readonly cues: Readonly<Record<string, LedgerCue>>;
  /** The cue whose motor may still have to start: `unknown` if the app is killed now. */
  readonly pending: string | null;
  readonly hr: readonly number[];
  readonly cadence: readonly number[];
  readonly reported: Pain | null;
  readonly answers: Answers | null;
  /** The last instant of which the journal knows anything. */
  readonly lastAt: number;
};

/** Longest that one walk can be stretched, in milliseconds: 60 s by heart rate, or by hand up to five minutes. */
export const MAX_EXTRA_MS = 300_000;

export const isRun = (step: PlannedStep | undefined): boolean => step !== undefined && step.kind === "run";
export const isWalk = (step: PlannedStep | undefined): boolean =>
  step !== undefined && (step.kind === "walk" || step.kind === "warmup-walk" || step.kind === "cooldown-walk");

/** Milliseconds that the step under way lasts, what was added included. */
export function stepLengthMs(state: SessionState): number {
  return (state.head.steps[state.step]?.plannedS ?? 0) * 1000 + state.extraMs;
}

/** How many of the steps belong to what is led now: all but floor exercises that were not begun. */
export const lengthOf = ({ head, floor }: SessionState): number => (floor ? head.steps.length : floorFrom(head.steps));

/** Index of the next step that will be done after `step`; {@link lengthOf} or more when there is none. */
export function nextStep(state: SessionState, step: number): number {
  let next = step + 1;
  while (state.walkOnly && isRun(state.head.steps[next])) next += 1;
  return next;
}

/** The move of a step as it is done: its easier version where that was chosen. */
export function moveOf({ head, instead }: SessionState, step: number): string | null {
  const planned = head.steps[step];
  if (planned === undefined) return null;
  return instead.includes(step) ? (insteadOf(planned.move) ?? planned.move) : planned.move;
}

/** The state of a session that starts now. */
export function begin(head: StartEntry): SessionState {
  return {
    head,
    status: "running",
    step: 0,
    visit: 0,
    stepStartedAt: head.at,
    movingSince: head.at,
    extraMs: 0,
    waitedMs: 0,
    pausedAt: null,
    doneMs: head.steps.map(() => 0),
    runSpans: [],
    walkOnly: false,
    floor: false,
    instead: [],
    cut: null,
    endedAt: null,
    outcome: null,
    reason: null,
    cues: {},
    pending: null,
    hr: [],
    cadence: [],
    reported: null,
    answers: null,
    lastAt: head.at,
  };
}
