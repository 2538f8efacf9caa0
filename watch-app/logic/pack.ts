import type { LedgerCue, SessionRecorded } from "../../core/contract/session.ts";

type Event = Readonly<Record<string, unknown>>;
type Step = SessionRecorded["steps"][number];
type PackedStep = [Step["kind"], number, number, Step["move"]?, Step["side"]?, number?];

const SESSION = "session.recorded.v1";
const STATES = ["fired", "unknown", "dropped"] as const;
const TIERS = ["held", "alarm", "sysTimer", "catchup"] as const;

/** `run,300000,120,f,h`: kind, due, how late it fired, first letters of state and tier; nothing where a value is null. */
const packCue = ({ kind, dueMs, firedMs, state, tier }: LedgerCue): string =>
  [kind, dueMs, firedMs === null ? "" : firedMs - dueMs, state.charAt(0), tier === null ? "" : tier.charAt(0)].join();

function unpackCue(text: string): LedgerCue {
  const [kind = "", due = "", late = "", state = "", tier = ""] = text.split(",");
  const dueMs = Number(due);
  return {
    kind: kind as LedgerCue["kind"],
    dueMs,
    firedMs: late === "" ? null : dueMs + Number(late),
    state: STATES.find((name) => name.charAt(0) === state) ?? "unknown",
    tier: TIERS.find((name) => name.charAt(0) === tier) ?? null,
  };
}

function packStep({ kind, plannedS, doneS, move, side, reps }: Step): PackedStep {
  if (reps !== undefined) return [kind, plannedS, doneS, move, side, reps];
  if (side !== null) return [kind, plannedS, doneS, move, side];
  return move === null ? [kind, plannedS, doneS] : [kind, plannedS, doneS, move];
}

function unpackStep([kind, plannedS, doneS, move = null, side = null, reps]: PackedStep): Step {
  return { kind, move, side, plannedS, ...(reps === undefined ? {} : { reps }), doneS };
}

/**
 * A log event as it goes over Bluetooth: the many small objects of a session as lists, which halves it. Messages of a few
 * kilobytes are what links lose.
 */
export function pack(event: Event): Event {
  if (event.type !== SESSION) return event;
  const { cues, steps, ...data } = event.data as SessionRecorded;
  return { ...event, data: { ...data, packedCues: cues.map(packCue).join(";"), packedSteps: steps.map(packStep) } };
}

/** What {@link pack} was given. An event that was never packed comes back as it is. */
export function unpack(event: Event): Event {
  const data = event.data as Readonly<Record<string, unknown>> | undefined;
  const { packedCues, packedSteps, ...rest } = data ?? {};
  if (event.type !== SESSION || typeof packedCues !== "string" || !Array.isArray(packedSteps)) return event;
  const cues = packedCues === "" ? [] : packedCues.split(";").map(unpackCue);
  return { ...event, data: { ...rest, steps: (packedSteps as PackedStep[]).map(unpackStep), cues } };
}
