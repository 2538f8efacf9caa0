import fc from "fast-check";
import { addDays } from "../../../core/calendar/calendar.ts";
import type { LogEvent, LogEventOf } from "../../../core/contract/event.ts";
import { checkin, chosen, deleted, edited, profileChanged, session } from "../events.ts";

/** What a person may tell. `of` picks something told earlier; a twin is that again, under the same id with other content. */
export type Told =
  | { readonly what: "session" | "checkin"; readonly daysAgo: number; readonly pain: number }
  | { readonly what: "edit" | "deletion" | "twin"; readonly of: number; readonly pain: number }
  | { readonly what: "profile"; readonly wakeUp: string; readonly zone: string }
  | { readonly what: "choice"; readonly choice: "decline" | "easier" };

const pain = fc.integer({ min: 0, max: 8 });
export const anyTold: fc.Arbitrary<Told> = fc.oneof(
  fc.record({ what: fc.constantFrom("session", "checkin"), daysAgo: fc.integer({ min: 1, max: 9 }), pain }),
  fc.record({ what: fc.constantFrom("edit", "deletion", "twin"), of: fc.nat(20), pain }),
  fc.record({
    what: fc.constant("profile"),
    wakeUp: fc.constantFrom("05:00", "06:30", "09:15"),
    zone: fc.constantFrom("Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"),
  }),
  fc.record({ what: fc.constant("choice"), choice: fc.constantFrom("decline", "easier") }),
);

export type Moment = { readonly nowMs: number; readonly planId: string | null; readonly earlier: readonly LogEvent[] };

/** The event that it becomes; null when there is nothing earlier that it could be about. */
export function eventOf(told: Told, { nowMs, planId, earlier }: Moment): LogEvent | null {
  const instant = new Date(nowMs).toISOString();
  const today = instant.slice(0, 10);
  if ("daysAgo" in told) {
    const date = addDays(today, -told.daysAgo);
    return told.what === "session" ? session(date, { pain: told.pain }) : checkin(date, told.pain);
  }
  if (told.what === "profile") return wants(instant, told.wakeUp, told.zone);
  if (told.what === "choice") return chosen(instant, planId, told.choice);
  if (told.what === "twin") return twinOf(pick(earlier.filter(isCheckin), told.of), told.pain);
  const of = pick(earlier.filter(isSession), told.of);
  if (of === undefined) return null;
  return told.what === "edit" ? edited(of, told.pain) : deleted(of);
}

const wants = (instant: string, wakeUp: string, zone: string): LogEvent => ({
  ...profileChanged(instant.slice(0, 10), { wakeUp, zone }),
  at: instant,
});

const pick = <T>(values: readonly T[], at: number): T | undefined => values[at % Math.max(1, values.length)];
const isSession = (event: LogEvent) => event.type === "session.recorded.v1";
const isCheckin = (event: LogEvent): event is LogEventOf<"checkin.reported.v1"> => event.type === "checkin.reported.v1";

const twinOf = (of: LogEventOf<"checkin.reported.v1"> | undefined, back: number): LogEvent | null =>
  of === undefined ? null : { ...of, data: { ...of.data, back } };
