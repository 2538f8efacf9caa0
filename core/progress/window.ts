import { type EpochDay, weekStartDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { subjectDay } from "./order.ts";

/** The Sunday that ends the checkpoint's week; null for the empty checkpoint. */
export function sundayOf(checkpoint: Checkpoint): EpochDay | null {
  return checkpoint.week === null ? null : weekStartDay(checkpoint.week) + 6;
}

/** The events that the checkpoint does not hold yet. */
export function eventsAfter(checkpoint: Checkpoint, events: readonly LogEvent[]): readonly LogEvent[] {
  const sunday = sundayOf(checkpoint);
  return sunday === null ? events : events.filter((event) => subjectDay(event) > sunday);
}
