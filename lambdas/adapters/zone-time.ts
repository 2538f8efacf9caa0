import type { LocalDate, WallTime } from "../../core/contract/primitives.ts";

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this platform knows the zone's name. */
export function isZone(zone: string): boolean {
  try {
    return formatOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** The zone, or UTC when there is none or this platform does not know it. */
export const zoneOr = (zone: string | undefined): string => (zone !== undefined && isZone(zone) ? zone : "UTC");

/** The calendar day in a zone at an instant. */
export function dateIn(zone: string, atMs: number): LocalDate {
  return new Date(atMs + offsetMs(zone, atMs)).toISOString().slice(0, 10);
}

/** Minutes that a zone's clocks are ahead of UTC at an instant. */
export const offsetMinIn = (zone: string, atMs: number): number => offsetMs(zone, atMs) / 60_000;

/**
 * The instant, in Unix milliseconds, at which a zone's clocks show `time` on `date`. When they show it twice (clocks go
 * back), the first; when they never do (clocks go forward), as long after the jump as the time lies behind its start.
 */
export function instantOf(date: LocalDate, time: WallTime, zone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const before = wall - offsetMs(zone, wall - DAY_MS);
  const after = wall - offsetMs(zone, wall + DAY_MS);
  const shown = [before, after].filter((instant) => instant + offsetMs(zone, instant) === wall);
  return shown.length === 0 ? before : Math.min(...shown);
}

/** Milliseconds that a zone's clocks are ahead of UTC. */
function offsetMs(zone: string, atMs: number): number {
  const parts = formatOf(zone).formatToParts(atMs);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
  return shown - Math.floor(atMs / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const numeric = "numeric";
  const fields = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  } as const;
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", calendar: "gregory", ...fields });
  formats.set(zone, made);
  return made;
}
