import type { EpochDay } from "../calendar/calendar.ts";
import { FIRST_RUN_LEVEL } from "../ladder/ladder.ts";
import type { State } from "./state.ts";

/** Sets the level, never below 0, and remembers the date on which running was lost (12.12). */
export function withLevel(state: State, level: number, day: EpochDay): State {
  const next = Math.max(0, level);
  const lost = state.level >= FIRST_RUN_LEVEL && next < FIRST_RUN_LEVEL;
  return { ...state, level: next, lostOn: lost ? day : state.lostOn };
}
