import type { LogEvent, LogEventOf } from "../../core/contract/event.ts";
import type { LedgerCue, SessionRecorded, Trace } from "../../core/contract/session.ts";
import { contentHash } from "./canonical.ts";
import { packCues, packSteps, unpackCues, unpackSteps } from "./compact.ts";
import { key, personKey } from "./keys.ts";
import type { Row } from "./table.ts";

export type SessionEvent = LogEventOf<"session.recorded.v1">;
/** The week of its subject date and when the cloud got it. */
export type Arrival = { readonly person: string; readonly week: string; readonly receivedAt: string };

/**
 * The rows of one event, in the order to put them: the claim of the event id, for a session the claim of the session id
 * (with trace and cues), and last the entry that the folds read. So whatever a fold sees has its claims.
 */
export function rowsOf(event: LogEvent, arrival: Arrival): Row[] {
  const pk = personKey(arrival.person);
  const hash = contentHash(event);
  const { week, receivedAt } = arrival;
  const claim: Row = { pk, sk: key.event(event.id), hash, week };
  if (event.type !== "session.recorded.v1") {
    return [claim, { pk, sk: key.entry(week, event.id), hash, receivedAt, event: JSON.stringify(event) }];
  }
  const { trace, cues, steps, ...data } = event.data;
  const { sessionId } = data;
  const ledger: Row = { pk, sk: key.trace(sessionId), hash, week, trace: JSON.stringify(trace), cues: packCues(cues) };
  const light = JSON.stringify({ ...event, data });
  const session: Row = { pk, sk: key.session(week, sessionId), eventId: event.id, hash, receivedAt, event: light };
  return [claim, ledger, { ...session, steps: packSteps(steps) }];
}

/** A session as its row holds it: steps, trace and ledger apart. */
type LightSession = Omit<SessionEvent, "data"> & { data: Omit<SessionRecorded, "steps" | "trace" | "cues"> };

/** The event in an `S#` or `E#` row. A session comes without trace and cues: no fold reads them. */
export function eventOf(row: Row): LogEvent {
  const event = JSON.parse(String(row.event)) as LightSession | Exclude<LogEvent, SessionEvent>;
  if (event.type !== "session.recorded.v1") return event;
  return { ...event, data: { ...event.data, steps: unpackSteps(String(row.steps)), trace: null, cues: [] } };
}

/** Trace and ledger in an `X#` row. */
export function ledgerOf(row: Row): { week: string; trace: Trace | null; cues: LedgerCue[] } {
  return {
    week: String(row.week),
    trace: JSON.parse(String(row.trace)) as Trace | null,
    cues: unpackCues(String(row.cues)),
  };
}
