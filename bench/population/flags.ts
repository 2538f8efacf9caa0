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
    if (event.type !== "clearance.confirmed.v1") continue;
    if (event.data.usualPain >= 6) flagged = true;
    else if (event.data.assessed) flagged = false;
  }
  return flagged;
}

function raises(event: LogEvent): boolean {
  if (event.type === "screening.answered.v1") return Object.values(event.data.answers).includes(true);
  if (event.type === "session.recorded.v1") return event.data.reason === "red-flag";
  return event.type === "profile.changed.v1" && (event.data.usualPain ?? 0) >= 6;
}
