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

function keyOf(sessionId: string, date: string): string {
  return `${date} ${sessionId}`;
}

function edited(data: SessionRecorded, edit: SessionEdited | undefined): SessionRecorded {
  if (edit === undefined) return data;
  const { endedAt, outcome, reason, steps, scores, surface } = edit;
  return { ...data, endedAt, outcome, reason, steps, scores, surface };
}
