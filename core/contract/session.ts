import * as v from "valibot";
import { CUE_KINDS } from "./cue-kinds.ts";
import { Id, Instant, Level, LocalDate, Score, Seconds, text, whole } from "./primitives.ts";

export const StepKind = v.picklist(["warmup-walk", "run", "walk", "cooldown-walk", "stretch", "strength"]);
export const Side = v.nullable(v.picklist(["L", "R"]));
export const Surface = v.nullable(v.picklist(["grass", "trail", "track", "treadmill", "road"]));

export const CueKind = v.picklist(CUE_KINDS);
/** `unknown`: the motor may or may not have run before a kill. */
export const CueState = v.picklist(["fired", "unknown", "dropped"]);
/** Which clock delivered the cue. */
export const CueTier = v.picklist(["held", "alarm", "sysTimer", "catchup"]);

/** One timed part of a plan. `move` names the exercise of a stretch or strength step; `ready`: the change over to the next one. */
export const PlannedStep = v.strictObject({
  kind: StepKind,
  move: v.nullable(text(24)),
  side: Side,
  plannedS: Seconds,
  /** How often a move is done in its time; left out where one hold fills it. */
  reps: v.optional(whole(1, 30)),
});

/** One timed part as it was done. */
export const DoneStep = v.strictObject({ ...PlannedStep.entries, doneS: Seconds });

/** NPRS of the two sites the rules look at. */
export const Pain = v.strictObject({ back: Score, leg: Score });

export const SessionScores = v.strictObject({
  before: v.nullable(Pain),
  worst: v.nullable(Pain),
  after: v.nullable(Pain),
  rpe: v.nullable(Score),
  legSymptoms: v.nullable(v.boolean()),
  stiffness: v.optional(v.nullable(Score)),
  energy: v.optional(v.nullable(Score)),
});

/**
 * Samples every `everyS` seconds. Each series is base64 of half bytes: the difference to the sample before (at first 0) plus 7, or
 * 15 and two half bytes with the value itself, 0–255; 0: no reading. A last 15 with nothing behind it only fills the byte.
 */
export const Trace = v.strictObject({
  everyS: whole(1, 60),
  hr: v.nullable(text(4096)),
  cadence: v.nullable(text(4096)),
});

/** One ledger line: when the cue was due and when it fired, in milliseconds from the start of the session. */
export const LedgerCue = v.strictObject({
  kind: CueKind,
  dueMs: whole(0, 21_600_000),
  firedMs: v.nullable(whole(0, 86_400_000)),
  state: CueState,
  tier: v.nullable(CueTier),
});

export const SessionOutcome = v.picklist(["completed", "ended-early", "stopped"]);
export const EndReason = v.nullable(v.picklist(["pain", "effort", "external", "red-flag"]));

export const SessionRecorded = v.strictObject({
  sessionId: Id,
  planId: v.nullable(Id),
  level: Level,
  startedAt: Instant,
  endedAt: Instant,
  outcome: SessionOutcome,
  reason: EndReason,
  steps: v.pipe(v.array(DoneStep), v.minLength(1, "must hold at least one step"), v.maxLength(120)),
  scores: SessionScores,
  surface: Surface,
  effortHr: v.nullable(v.strictObject({ aboveHrr85Pct: whole(0, 100), reliable: v.boolean() })),
  trace: v.nullable(Trace),
  cues: v.pipe(v.array(LedgerCue), v.maxLength(240)),
  app: text(24),
  device: text(48),
});

/** The editable part of a session, replaced as a whole; the original stays. `sessionDate` is the local date of the session. */
export const SessionEdited = v.strictObject({
  sessionId: Id,
  sessionDate: LocalDate,
  endedAt: Instant,
  outcome: SessionOutcome,
  reason: EndReason,
  steps: v.pipe(v.array(DoneStep), v.minLength(1), v.maxLength(120)),
  scores: SessionScores,
  surface: Surface,
  notes: text(2000),
});

export type StepKind = v.InferOutput<typeof StepKind>;
export type PlannedStep = v.InferOutput<typeof PlannedStep>;
export type DoneStep = v.InferOutput<typeof DoneStep>;
export type Pain = v.InferOutput<typeof Pain>;
export type SessionScores = v.InferOutput<typeof SessionScores>;
export type CueKind = v.InferOutput<typeof CueKind>;
export type CueTier = v.InferOutput<typeof CueTier>;
export type LedgerCue = v.InferOutput<typeof LedgerCue>;
export type Trace = v.InferOutput<typeof Trace>;
export type SessionRecorded = v.InferOutput<typeof SessionRecorded>;
export type SessionEdited = v.InferOutput<typeof SessionEdited>;
