import { type EpochDay, epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { LocalDate } from "../contract/primitives.ts";

/** The members of an event's data that `subjectDate` takes in place of its own date. */
export const SUBJECT_DATES: readonly string[] = ["forDate", "sessionDate", "varietyDate"];

/** The local date that an event is about, which decides the week it is folded in. */
export function subjectDate(event: LogEvent): LocalDate {
  if (event.type === "checkin.reported.v1") return event.data.forDate;
  if (event.type === "session.edited.v1" || event.type === "session.deleted.v1") return event.data.sessionDate;
  if (event.type === "variety.deleted.v1") return event.data.varietyDate;
  return event.localDate;
}

export function subjectDay(event: LogEvent): EpochDay {
  return epochDay(subjectDate(event));
}

/** An event with its subject date, and its instant in unix ms; a time that cannot be read counts as the beginning of time. */
export type Entry = { readonly event: LogEvent; readonly day: EpochDay; readonly at: number };

/** As `inOrder`, with what the order was made from. */
export function entriesOf(events: readonly LogEvent[], from = -Infinity, through = Infinity): Entry[] {
  const entries: Entry[] = [];
  for (const event of events) {
    const day = subjectDay(event);
    if (day >= from && day <= through) entries.push({ event, day, at: Date.parse(event.at) || 0 });
  }
  entries.sort((a, b) => a.day - b.day || a.at - b.at || compare(a.event.id, b.event.id) || byText(a.event, b.event));
  let ids = new Set<string>();
  return entries.filter(({ event, day }, index) => {
    const before = entries[index - 1];
    if (before !== undefined && before.day !== day) ids = new Set();
    return !ids.has(event.id) && ids.add(event.id);
  });
}

/**
 * Sorted by subject date, then (instant, id), each id once a date. The date comes first, so that the fold may stop at any week;
 * the text of two entries that share an id breaks the tie, so that the order of arrival cannot.
 */
export function inOrder(events: readonly LogEvent[]): LogEvent[] {
  return entriesOf(events).map(({ event }) => event);
}

function byText(a: LogEvent, b: LogEvent): number {
  return compare(JSON.stringify(a), JSON.stringify(b));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
