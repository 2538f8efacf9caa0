import type { WallTime } from "../contract/primitives.ts";
import type { Profile } from "../contract/profile.ts";
import { FIRST_RUN_LEVEL } from "../ladder/ladder.ts";
import { THRESHOLDS } from "../progress/thresholds.ts";

const { wakeUp: DEFAULT_WAKE_UP, afterWakingMin, upEarlyMin } = THRESHOLDS.schedule;

/** When the session begins on the wall clock: as preferred, else an hour after waking (a morning programme). */
export function startLocal(profile: Profile): WallTime {
  return wallTime(startMinute(profile));
}

/** A minute of the day on the wall clock. */
export function wallTime(minute: number): WallTime {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

export function startMinute(profile: Profile): number {
  const preferred = profile.preferredStart;
  if (preferred !== undefined && preferred !== null) return minuteOf(preferred);
  return (wakeMinute(profile) + afterWakingMin) % 1440;
}

/** Whether running starts so soon after waking that its warm-up is longer (invariant 8). */
export const isEarlyRun = (profile: Profile, level: number): boolean =>
  level >= FIRST_RUN_LEVEL && awakeMinutes(profile) < afterWakingMin;

/** Minutes from getting up to the start of the session. */
export function awakeMinutes(profile: Profile): number {
  return awakeAt(startMinute(profile), wakeMinute(profile));
}

/** Minutes awake at a minute of the day. Who starts a little before the usual time of getting up is up early, and just now. */
export function awakeAt(minute: number, woke: number): number {
  const awake = (minute - woke + 1440) % 1440;
  return awake > 1440 - upEarlyMin ? 0 : awake;
}

function wakeMinute(profile: Profile): number {
  return minuteOf(profile.wakeUp === undefined ? DEFAULT_WAKE_UP : profile.wakeUp);
}

function minuteOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
