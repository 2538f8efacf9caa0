import type { LedgerCue, SessionRecorded } from "../../core/contract/session.ts";

type Step = SessionRecorded["steps"][number];
type PackedStep = [Step["kind"], number, number, Step["move"]?, Step["side"]?, number?];

const STATES = ["fired", "unknown", "dropped"] as const;
const TIERS = ["held", "alarm", "sysTimer", "catchup"] as const;

/**
 * A cue as version 0.1.0 of the app sent it, `run,300000,120,f,h`: kind, due, how late it fired, first letters of state and tier. The
 * phone may be updated before the watch.
 */
export function unpackCueLine(text: string): LedgerCue {
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

/** A step of that version. */
export function unpackStepList([kind, plannedS, doneS, move = null, side = null, reps]: PackedStep): Step {
  return { kind, move, side, plannedS, ...(reps === undefined ? {} : { reps }), doneS };
}
