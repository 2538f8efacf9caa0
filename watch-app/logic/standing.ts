import { withoutExercises } from "../../core/blocks/steps.ts";
import type { LogEvent, LogEventOf } from "../../core/contract/event.ts";
import type { CheckpointAnswer } from "../../core/contract/offline.ts";
import type { DoneStep, SessionRecorded } from "../../core/contract/session.ts";
import type { Checkpoint } from "../../core/progress/checkpoint.ts";
import type { WatchEvent } from "../store/outbox.ts";
import { kindOf, LETTERS } from "./letters.ts";
import { isObject } from "./plan.ts";

type Session = LogEventOf<"session.recorded.v1">;
type PackedSession = Readonly<Record<string, unknown>> & { readonly steps: string; readonly hro: number | null };

/** An event of the tail with only what `decide` looks at: type, id, instant, local date, offset, data. */
export type PackedEvent = readonly [string, string, string, string, number, object];

/** The arguments of `decide` as they go over Bluetooth and lie on the watch. */
export type Standing = {
  readonly checkpoint: Checkpoint;
  readonly tail: readonly PackedEvent[];
  readonly planRev: number;
};

/** Steps as `u300r15:12w120`: kind, planned seconds, and what was done where that differs. No rule looks at exercises. */
function stepsText(steps: readonly DoneStep[]): string {
  return withoutExercises(steps)
    .map(({ kind, plannedS, doneS }) => `${LETTERS[kind]}${plannedS}${doneS === plannedS ? "" : `:${doneS}`}`)
    .join("");
}

function stepsFrom(text: string): DoneStep[] {
  const steps: DoneStep[] = [];
  for (const part of text.match(/[a-z]\d+(:\d+)?/g) ?? []) {
    const kind = kindOf(part.charAt(0));
    const [planned = 0, done = planned] = part.slice(1).split(":").map(Number);
    if (kind !== undefined) steps.push({ kind, move: null, side: null, plannedS: planned, doneS: done });
  }
  return steps;
}

function packSession({ sessionId, level, endedAt, outcome, reason, steps, scores, effortHr }: SessionRecorded): object {
  const hro = effortHr?.reliable === true ? effortHr.aboveHrr85Pct : null;
  return { sessionId, level, endedAt, outcome, reason, steps: stepsText(steps), scores, hro };
}

function sessionFrom({ steps, hro, ...data }: PackedSession): SessionRecorded {
  const filling = { planId: null, surface: null, trace: null, cues: [], app: "", device: "" };
  const effortHr = hro === null ? null : { aboveHrr85Pct: hro, reliable: true };
  return {
    ...filling,
    startedAt: data.endedAt,
    ...data,
    steps: stepsFrom(steps),
    effortHr,
  } as unknown as SessionRecorded;
}

function packData(event: LogEvent | WatchEvent): object {
  if (event.type === "session.recorded.v1") return packSession(event.data as SessionRecorded);
  if (event.type !== "session.edited.v1") return event.data;
  const { notes: _, steps, ...data } = event.data as LogEventOf<"session.edited.v1">["data"];
  return { ...data, steps: stepsText(steps) };
}

export const packEvent = (event: LogEvent | WatchEvent): PackedEvent => [
  event.type.replace(".v1", ""),
  event.id,
  event.at,
  event.localDate,
  event.utcOffsetMin,
  packData(event),
];

export function eventFrom([type, id, at, localDate, utcOffsetMin, packed]: PackedEvent): LogEvent {
  const envelope = { id, type: `${type}.v1`, at, localDate, utcOffsetMin, source: "watch" };
  let data: object = packed;
  if (type === "session.recorded") data = sessionFrom(packed as PackedSession);
  if (type === "session.edited") {
    const { steps, ...rest } = packed as PackedSession;
    data = { ...rest, notes: "", steps: stepsFrom(steps) };
  }
  return { ...envelope, data } as unknown as Session;
}

/** The answer of `GET /v1/checkpoint`, small enough for the link; null when it is none. */
export function packStanding(answer: unknown): Standing | null {
  if (!isObject(answer) || !isObject(answer.checkpoint) || !Array.isArray(answer.tail)) return null;
  const { checkpoint, tail, planRev } = answer as unknown as CheckpointAnswer;
  return { checkpoint, tail: tail.map(packEvent), planRev };
}

/** Looks at what the fold relies on; a server that is newer than this watch may not be understood, and then it only shows. */
export function readStanding(value: unknown): Standing | null {
  if (!isObject(value) || !isObject(value.checkpoint) || !Array.isArray(value.tail)) return null;
  const { v, state, diary, load } = value.checkpoint;
  const known = v === 1 && isObject(state) && isObject(diary) && typeof diary.days === "string" && Array.isArray(load);
  return known && value.tail.every(Array.isArray) ? (value as unknown as Standing) : null;
}
