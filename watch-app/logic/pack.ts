import type { LedgerCue, SessionRecorded } from "../../core/contract/session.ts";

type Event = Readonly<Record<string, unknown>>;
type PackedCue = [LedgerCue["kind"], number, number | null, LedgerCue["state"], LedgerCue["tier"]];
type Step = SessionRecorded["steps"][number];
type PackedStep = [Step["kind"], number, number, Step["move"], Step["side"]];

const SESSION = "session.recorded.v1";

/**
 * A log event as it goes over Bluetooth: the many small objects of a session as lists, which halves it. Messages of a few
 * kilobytes are what links lose.
 */
export function pack(event: Event): Event {
  if (event.type !== SESSION) return event;
  const { cues, steps, ...data } = event.data as SessionRecorded;
  const packedCues = cues.map(
    ({ kind, dueMs, firedMs, state, tier }): PackedCue => [kind, dueMs, firedMs, state, tier],
  );
  const packedSteps = steps.map(
    ({ kind, plannedS, doneS, move, side }): PackedStep => [kind, plannedS, doneS, move, side],
  );
  return { ...event, data: { ...data, packedCues, packedSteps } };
}

/** What {@link pack} was given. An event that was never packed comes back as it is. */
export function unpack(event: Event): Event {
  const data = event.data as Readonly<Record<string, unknown>> | undefined;
  if (event.type !== SESSION || !Array.isArray(data?.packedCues) || !Array.isArray(data.packedSteps)) return event;
  const { packedCues, packedSteps, ...rest } = data;
  const cues = (packedCues as PackedCue[]).map(([kind, dueMs, firedMs, state, tier]) => ({
    kind,
    dueMs,
    firedMs,
    state,
    tier,
  }));
  const steps = (packedSteps as PackedStep[]).map(([kind, plannedS, doneS, move, side]) => ({
    kind,
    move,
    side,
    plannedS,
    doneS,
  }));
  return { ...event, data: { ...rest, steps, cues } };
}
