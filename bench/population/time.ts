import type { LogEvent } from "../../core/contract/event.ts";

const instants = new WeakMap<LogEvent, number>();

function instantOf(event: LogEvent): number {
  const known = instants.get(event);
  if (known !== undefined) return known;
  const instant = Date.parse(event.at);
  instants.set(event, instant);
  return instant;
}

const inOrder = (a: LogEvent, b: LogEvent): number => instantOf(a) - instantOf(b) || (a.id < b.id ? -1 : 1);

/** Sorted by (instant, id), the order of plan-rules 12.1. */
export function inTime(events: readonly LogEvent[]): readonly LogEvent[] {
  const sorted = events.every((event, index) => {
    const before = events[index - 1];
    return before === undefined || inOrder(before, event) < 0;
  });
  return sorted ? events : [...events].sort(inOrder);
}
