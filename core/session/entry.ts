import type { HeartRateLimits } from "../contract/profile.ts";
import type { CueKind, CueTier, Pain, PlannedStep, SessionRecorded, SessionScores } from "../contract/session.ts";

/** 0: every check; 1: every second one; 2: only the one of the warm-up. */
export type Fade = 0 | 1 | 2;

/** A cue as the ledger names it; `id` is unique in a session, `dueAt` Unix milliseconds. */
export type CueRef = { readonly id: string; readonly kind: CueKind; readonly dueAt: number };

/** Opens a journal. Everything that the session needs is in it, so that the journal alone is the whole truth. */
export type StartEntry = {
  readonly do: "start";
  readonly at: number;
  readonly sessionId: string;
  /** Id of the log event that the session will become: made at the start, so that filing twice gives the same event. */
  readonly eventId: string;
  readonly planId: string | null;
  readonly level: number;
  readonly steps: readonly PlannedStep[];
  readonly before: Pain | null;
  readonly utcOffsetMin: number;
  readonly limits: HeartRateLimits | null;
  /** How far core and posture checks have faded (plan-rules §8); a journal of an older app has none. */
  readonly fade?: Fade;
  /** Whether a cadence hint may be given; never on the day a level rises (invariant 6). */
  readonly cadenceHint?: boolean;
};

/** What a person presses, or what the programme does because of the heart rate. `at` is Unix milliseconds. */
export type Action =
  | { readonly do: "pause" | "resume" | "skip" | "back" | "repeat"; readonly at: number }
  /** In a block of exercises. `instead`: this move, and it again, in its easier version; `leave`: the rest of the block is skipped. */
  | { readonly do: "instead" | "leave"; readonly at: number }
  /** Begins the floor exercises, after the questions. */
  | { readonly do: "floor"; readonly at: number }
  /** Cuts the run under way to walking; later runs stay. */
  | { readonly do: "ease"; readonly at: number; readonly why?: "effort" | "pain" }
  /** Lengthens the walk that is under way by `s` seconds; by hand, or because of the heart rate. */
  | { readonly do: "extend"; readonly at: number; readonly s: number; readonly why?: "effort" }
  /** Pain reported on the way; `walkOnly`: no more running in this session. */
  | { readonly do: "pain"; readonly at: number; readonly pain: Pain; readonly walkOnly: boolean }
  | {
      readonly do: "end";
      readonly at: number;
      readonly outcome: "ended-early" | "stopped";
      readonly reason: SessionRecorded["reason"];
    };

/** What is written down without changing the course of the session. */
export type Note =
  /** A cue about to be given: written before the motor starts. */
  | { readonly do: "cue"; readonly at: number; readonly cue: CueRef; readonly tier: CueTier }
  /** Cues that came too late to be of use. */
  | { readonly do: "drop"; readonly at: number; readonly cues: readonly CueRef[] }
  /** The app came back after it was killed: the last cue may or may not have been felt. */
  | { readonly do: "reopen"; readonly at: number }
  /** Heart rate and cadence; `from` is the index of the first sample on the five-second grid. */
  | {
      readonly do: "samples";
      readonly at: number;
      readonly from: number;
      readonly hr: readonly number[];
      readonly cadence: readonly number[];
    }
  /** The answers after the session. */
  | {
      readonly do: "answer";
      readonly at: number;
      readonly worst: Pain;
      readonly after: Pain;
      readonly rpe: number;
      readonly legSymptoms: boolean;
      /** What may be told besides; left out: not told. */
      readonly stiffness?: number;
      readonly energy?: number;
      readonly surface?: SessionRecorded["surface"];
    };

export type Entry = StartEntry | Action | Note;
export type Answers = Pick<SessionScores, "worst" | "after" | "rpe" | "legSymptoms" | "stiffness" | "energy"> & {
  readonly surface?: SessionRecorded["surface"];
};
