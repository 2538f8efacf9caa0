import type { LogEvent } from "../../core/contract/event.ts";
import { inTime } from "./time.ts";

/**
 * Whether a flag is open at the end of a log: a "yes" to a safety question, a usual pain of 6 or more, or a session ended by a
 * warning sign, and no "cleared" after an assessment since.
 */
export function isFlagged(events: readonly LogEvent[]): boolean {
  let flagged = false;
  for (const event of inTime(events)) {
    if (raises(event)) flagged = true;
    // A usual pain of 6 or more keeps the lock that there is (12.9), it is no new flag.
    if (event.type === "clearance.confirmed.v1" && event.data.assessed && event.data.usualPain < 6) flagged = false;
  }
  return flagged;
}

function raises(event: LogEvent): boolean {
  if (event.type === "screening.answered.v1") return Object.values(event.data.answers).includes(true);
  if (event.type === "session.recorded.v1") return event.data.reason === "red-flag";
  return event.type === "profile.changed.v1" && (event.data.usualPain ?? 0) >= 6;
}
