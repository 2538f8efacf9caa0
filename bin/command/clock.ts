import { addDays } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { SUBJECT_DATES } from "../../core/progress/order.ts";
import type { Problem } from "./problem.ts";

/** A date ends up to 12 hours later somewhere on Earth than in UTC. */
const LAST_ZONE_MS = 12 * 3_600_000;
const MAX_SESSION_MS = 24 * 3_600_000;

type Named = readonly [field: string, value: unknown];

/** A time far after `latest`, or a session that ends before it begins; null when there is neither. */
export function clockProblem(event: LogEvent, path: string, latest: LocalDate): Problem | null {
  return skew(event, path, latest) ?? (event.type === "session.recorded.v1" ? duration(event.data, path) : null);
}

/** One day more than `latest` is let through for dates: somebody may have flown back over the date line. */
function skew(event: LogEvent, path: string, latest: LocalDate): Problem | null {
  const data: Readonly<Record<string, unknown>> = event.data;
  const lastMs = Date.parse(`${addDays(latest, 1)}T00:00:00Z`) + LAST_ZONE_MS;
  const lastDate = addDays(latest, 1);
  const instants: Named[] = [["at", event.at], ...named(data, ["startedAt", "endedAt"])];
  const dates: Named[] = [["localDate", event.localDate], ...named(data, SUBJECT_DATES)];
  const late =
    instants.find(([, value]) => Date.parse(String(value)) > lastMs) ??
    dates.find(([, value]) => String(value) > lastDate);
  if (late === undefined) return null;
  const [field, value] = late;
  return { code: "clock_skew", path: `${path}.${field}`, message: `is ${value}, long after ${latest}` };
}

const named = (data: Readonly<Record<string, unknown>>, names: readonly string[]): Named[] =>
  names.filter((name) => typeof data[name] === "string").map((name) => [`data.${name}`, data[name]]);

function duration({ startedAt, endedAt }: { startedAt: string; endedAt: string }, path: string): Problem | null {
  const lasted = Date.parse(endedAt) - Date.parse(startedAt);
  const at = { code: "invalid", path: `${path}.data.endedAt` };
  if (lasted < 0) return { ...at, message: "is before startedAt: a session cannot last less than nothing" };
  return lasted > MAX_SESSION_MS ? { ...at, message: "is more than a day after startedAt" } : null;
}
