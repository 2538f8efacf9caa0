import { type EpochDay, epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { LocalDate } from "../contract/primitives.ts";

/** The local date that an event is about, which decides the week it is folded in. */
export function subjectDate(event: LogEvent): LocalDate {
  if (event.type === "checkin.reported.v1") return event.data.forDate;
  if (event.type === "session.edited.v1" || event.type === "session.deleted.v1") return event.data.sessionDate;
  return event.localDate;
}

export function subjectDay(event: LogEvent): EpochDay {
  return epochDay(subjectDate(event));
}

/**
 * Sorted by subject date, then (instant, id), each id once a date. The date comes first, so that the fold may stop at any week;
 * the text of two entries that share an id breaks the tie, so that the order of arrival cannot.
 */
export function inOrder(events: readonly LogEvent[]): LogEvent[] {
  const keyed = events.map((event) => ({ event, day: subjectDay(event), at: instantOf(event) }));
  keyed.sort((a, b) => a.day - b.day || compare(a.event.id, b.event.id) || a.at - b.at || byText(a.event, b.event));
  const once = keyed.filter((entry, index) => {
    const before = keyed[index - 1];
    return before === undefined || before.event.id !== entry.event.id || before.day !== entry.day;
  });
  once.sort((a, b) => a.day - b.day || a.at - b.at || compare(a.event.id, b.event.id));
  return once.map((entry) => entry.event);
}

/** Unix milliseconds of an event; a time that cannot be read counts as the beginning of time. */
export function instantOf(event: LogEvent): number {
  return Date.parse(event.at) || 0;
}

function byText(a: LogEvent, b: LogEvent): number {
  return compare(JSON.stringify(a), JSON.stringify(b));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
