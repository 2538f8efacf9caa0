import fc from "fast-check";
import type { LogEvent } from "../../../core/contract/event.ts";

/**
 * Habits that random days hardly ever keep up for long: from some session on, every run is cut short, so that the windows of 30 days
 * empty; and sessions late in the evening, so that 48 hours after one are more than two nights.
 */
export type Twist = { readonly share: number; readonly from: number; readonly evening: boolean };

export const twist: fc.Arbitrary<Twist> = fc.record({
  share: fc.constantFrom(1, 1, 0.85, 0.5, 0.2),
  from: fc.integer({ min: 5, max: 80 }),
  evening: fc.boolean(),
});

/** The same log with these habits. Only what was recorded changes, so that it stays a log that could be. */
export function twisted(events: readonly LogEvent[], { share, from, evening }: Twist): readonly LogEvent[] {
  if (share === 1 && !evening) return events;
  return events.map((event, index) => {
    if (event.type !== "session.recorded.v1") return event;
    const { data, localDate } = event;
    const steps = data.steps.map((step) =>
      index >= from && step.kind === "run" ? { ...step, doneS: Math.floor(step.doneS * share) } : step,
    );
    const times = { startedAt: `${localDate}T22:30:00Z`, endedAt: `${localDate}T23:00:00Z` };
    return { ...event, data: { ...data, steps, ...(evening ? times : {}) } };
  });
}
