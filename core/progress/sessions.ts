import { type EpochDay, epochDay } from "../calendar/calendar.ts";
import type { LogEvent, LogEventOf } from "../contract/event.ts";
import type { SessionEdited, SessionRecorded } from "../contract/session.ts";

/** A session as it stands after edits. */
export type KeptSession = {
  readonly event: LogEventOf<"session.recorded.v1">;
  readonly day: EpochDay;
  readonly data: SessionRecorded;
};

/**
 * The sessions of ordered events: the first record of an id on its date, with the latest edit over it, unless deleted. An edit or
 * deletion counts only with the date of the session, because it is stored in that date's week.
 */
export function sessionsOf(ordered: readonly LogEvent[]): KeptSession[] {
  const edits = new Map<string, SessionEdited>();
  const deleted = new Set<string>();
  for (const event of ordered) {
    if (event.type === "session.edited.v1") edits.set(keyOf(event.data.sessionId, event.data.sessionDate), event.data);
    if (event.type === "session.deleted.v1") deleted.add(keyOf(event.data.sessionId, event.data.sessionDate));
  }
  const seen = new Set<string>();
  const kept: KeptSession[] = [];
  for (const event of ordered) {
    if (event.type !== "session.recorded.v1") continue;
    const key = keyOf(event.data.sessionId, event.localDate);
    if (seen.has(key) || deleted.has(key)) continue;
    seen.add(key);
    kept.push({ event, day: epochDay(event.localDate), data: edited(event.data, edits.get(key)) });
  }
  return kept;
}

/** The variety days of ordered events, without those that were taken back. Like a deletion of a session, one counts only with the date of what it takes back. */
export function varietyIn(ordered: readonly LogEvent[]): LogEventOf<"variety.recorded.v1">[] {
  const gone = new Set<string>();
  for (const event of ordered) {
    if (event.type === "variety.deleted.v1") gone.add(keyOf(event.data.varietyId, event.data.varietyDate));
  }
  return ordered.flatMap((event) =>
    event.type === "variety.recorded.v1" && !gone.has(keyOf(event.id, event.localDate)) ? [event] : [],
  );
}

/**
 * Entries that told of a red flag which the session as it stands no longer shows: deleted, or edited away. What was told stays
 * told, because only somebody who was assessed lifts its lock (plan-rules §7). One entry a session, the first.
 */
export function lostFlags(ordered: readonly LogEvent[], kept: readonly KeptSession[]): ReadonlySet<LogEvent> {
  const lost = new Set<LogEvent>();
  if (!ordered.some(tellsFlag)) return lost;
  const shown = new Set(kept.filter(({ data }) => isFlag(data)).map(({ event }) => recordKey(event)));
  const recorded = new Set(
    ordered.flatMap((event) => (event.type === "session.recorded.v1" ? [recordKey(event)] : [])),
  );
  for (const event of ordered.filter(tellsFlag)) {
    const key =
      event.type === "session.recorded.v1" ? recordKey(event) : keyOf(event.data.sessionId, event.data.sessionDate);
    if (shown.has(key) || !recorded.has(key)) continue;
    shown.add(key);
    lost.add(event);
  }
  return lost;
}

export function isFlag({ reason }: Pick<SessionRecorded, "reason">): boolean {
  return reason === "red-flag";
}

function tellsFlag(event: LogEvent): event is LogEventOf<"session.recorded.v1" | "session.edited.v1"> {
  return (event.type === "session.recorded.v1" || event.type === "session.edited.v1") && isFlag(event.data);
}

function recordKey({ data, localDate }: LogEventOf<"session.recorded.v1">): string {
  return keyOf(data.sessionId, localDate);
}

function keyOf(sessionId: string, date: string): string {
  return `${date} ${sessionId}`;
}

function edited(data: SessionRecorded, edit: SessionEdited | undefined): SessionRecorded {
  if (edit === undefined) return data;
  const { endedAt, outcome, reason, steps, scores, surface } = edit;
  return { ...data, endedAt, outcome, reason, steps, scores, surface };
}
