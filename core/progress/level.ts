import type { EpochDay } from "../calendar/calendar.ts";
import { FIRST_RUN_LEVEL } from "../ladder/ladder.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** Sets the level, never below 0, and remembers the date on which running was lost (12.12). */
export function withLevel(state: State, level: number, day: EpochDay): State {
  const next = Math.max(0, level);
  const lost = state.level >= FIRST_RUN_LEVEL && next < FIRST_RUN_LEVEL;
  return { ...state, level: next, lostOn: lost ? day : state.lostOn };
}

/** Whether a level was lost from running to walking so lately that walks still keep the spacing of runs (12.12). */
export function isLost({ lostOn }: State, day: EpochDay): boolean {
  return lostOn !== null && day - lostOn <= THRESHOLDS.schedule.lostLevelDays;
}
