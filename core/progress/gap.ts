import type { EpochDay } from "../calendar/calendar.ts";
import { withLevel } from "./level.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** Days since the session that keeps the level alive; null when there is none. */
export function gapDays(state: State, day: EpochDay): number | null {
  return state.gap === null ? null : day - state.gap.since;
}

/** The highest level that a pause leaves (plan-rules G), counted from the level after the session that opened it. */
export function gapCeiling(state: State, day: EpochDay): number | null {
  if (state.gap === null) return null;
  const days = day - state.gap.since;
  const row = THRESHOLDS.gap.filter(({ fromDay }) => days >= fromDay).pop();
  return row === undefined ? null : Math.max(0, Math.min(state.gap.level - row.lose, row.ceiling));
}

/** Applies the pause before `day` (12.4). A ceiling that lowers the level ends streak and AMBER count. */
export function withGap(state: State, day: EpochDay): State {
  const ceiling = gapCeiling(state, day);
  const seen = state.anew || !needsAnew(state, day) ? state : { ...state, anew: true };
  if (ceiling === null || ceiling >= seen.level) return seen;
  return { ...withLevel(seen, ceiling, day), streak: 0, ambers: 0 };
}

/** Whether a pause has gone on so long that all the safety questions are asked anew. */
function needsAnew(state: State, day: EpochDay): boolean {
  const { gap, allOn } = state;
  if (gap === null || day - gap.since <= THRESHOLDS.screenAnewAfterDays) return false;
  return allOn === null || allOn <= gap.since + THRESHOLDS.screenAnewAfterDays;
}
