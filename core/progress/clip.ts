import type { EpochDay } from "../calendar/calendar.ts";
import { boutSeconds, FINISH_LEVEL, FIRST_RUN_LEVEL, runSeconds } from "../ladder/ladder.ts";
import type { Book } from "./book.ts";
import { withLevel } from "./level.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** The most running that the 30 days before `day` allow (invariants 1 and 2), as hundredths of seconds, so that nothing rounds. */
function loadLimits(book: Book, day: EpochDay): { readonly run100: number; readonly bout100: number } {
  const { days, minRunS, pct, plusS, minBoutS, shortBoutS, shortPct, longPct } = THRESHOLDS.load;
  const window = book.load.filter(([date]) => date >= day - days && date < day);
  const run = window.reduce((max, [, seconds]) => Math.max(max, seconds), 0);
  const bout = window.reduce((max, [, , seconds]) => Math.max(max, seconds), 0);
  return {
    run100: Math.max(100 * minRunS, pct * run, 100 * (run + plusS)),
    bout100: Math.max(100 * minBoutS, (bout <= shortBoutS ? shortPct : longPct) * bout),
  };
}

/** Whether a level keeps invariants 1 and 2 on `day`. Walking always does. */
export function keepsLoad(book: Book, level: number, day: EpochDay): boolean {
  if (level < FIRST_RUN_LEVEL) return true;
  const { run100, bout100 } = loadLimits(book, day);
  return 100 * runSeconds(level) <= run100 && 100 * boutSeconds(level) <= bout100;
}

/** The highest level that the person's own limits allow: a therapist's ceiling, and level 20 without the opt-in. */
export function personCeiling(state: State): number {
  const finish = state.optIn ? Number.POSITIVE_INFINITY : FINISH_LEVEL;
  return Math.min(finish, state.ceiling === null ? finish : state.ceiling);
}

/** The highest level up to the state's that keeps every limit on `day` (12.4). */
export function clippedLevel(state: State, book: Book, day: EpochDay): number {
  let level = Math.min(state.level, personCeiling(state));
  while (!keepsLoad(book, level, day)) level -= 1;
  return level;
}

/** Applies the clip; the streak stays. */
export function withClip(state: State, book: Book, day: EpochDay): State {
  const level = clippedLevel(state, book, day);
  return level === state.level ? state : withLevel(state, level, day);
}
