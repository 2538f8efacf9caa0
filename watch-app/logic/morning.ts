import { addDays } from "../../core/calendar/calendar.ts";
import { THRESHOLDS } from "../../core/progress/thresholds.ts";
import type { Days } from "./plan.ts";

/** The morning score means little before (plan-rules §2: AM at least 30 min after waking). */
const AFTER_WAKING_MIN = 30;
/** After so many days nobody remembers a morning. */
const REMEMBERED_DAYS = 3;
const DAY_MS = 86_400_000;

export type Morning = {
  /** Local date of the last session on this watch. */
  readonly lastSession: string | null;
  /** Local date that the last morning answer was about. */
  readonly told: string | null;
};

/** Minute of the day from which on the morning is asked about. */
export function askFrom(wakeUp: string | null | undefined): number {
  return (dayMinutes(wakeUp ?? THRESHOLDS.schedule.wakeUp) + AFTER_WAKING_MIN) % 1440;
}

/** A wall time as minutes of the day. */
export const dayMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The next instant (Unix ms) at which the wall clock shows this minute of the day. */
export function nextAt(now: number, utcOffsetMin: number, minute: number): number {
  const local = now + utcOffsetMin * 60_000;
  const at = Math.floor(local / DAY_MS) * DAY_MS + minute * 60_000 - utcOffsetMin * 60_000;
  return at > now ? at : at + DAY_MS;
}

/** The next instant (Unix ms) at which the wall clock says that the morning may be asked about. */
export const nextMorningAt = (now: number, utcOffsetMin: number, wakeUp: string | null | undefined): number =>
  nextAt(now, utcOffsetMin, askFrom(wakeUp));

/**
 * The date whose morning is missing: the day after the last session (plan-rules 12.2), from half an hour after waking on and
 * for a few days, for an answer given late still carries that date. Null: nothing is missing.
 * @param minute of the local day
 */
export function missingMorning(
  { lastSession, told }: Morning,
  days: Days,
  minute: number,
  from: number,
): string | null {
  if (lastSession === null) return null;
  const date = addDays(lastSession, 1);
  if (told !== null && told >= date) return null;
  if (date > days.today || date < addDays(days.today, 1 - REMEMBERED_DAYS)) return null;
  return date === days.today && minute < from ? null : date;
}
