import type { EpochDay } from "../calendar/calendar.ts";
import type { Colour } from "../contract/api.ts";
import { gapDays } from "./gap.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

const { greensPerStage, pauseDays, stages } = THRESHOLDS.blocks;
const TOP = (stages.length - 1) * greensPerStage;

/** Completed GREEN sessions that count for the exercises on a date; none after a long pause. */
export function greensOn(state: State, day: EpochDay): number {
  const days = gapDays(state, day);
  return state.greens === undefined || (days !== null && days >= pauseDays) ? 0 : state.greens;
}

/** The stage of the exercises on a date (plan-rules §9: they grow slowly with completed GREEN sessions), 0 at first. */
export function stageOn(state: State, day: EpochDay): number {
  return Math.floor(greensOn(state, day) / greensPerStage);
}

/** The count after a session of this colour: one more with GREEN, a stage back with RED. It never grows otherwise. */
export function greensAfter(state: State, day: EpochDay, colour: Colour): number {
  const greens = greensOn(state, day);
  if (colour === "GREEN") return Math.min(TOP, greens + 1);
  if (colour !== "RED") return greens;
  return Math.max(0, Math.floor(greens / greensPerStage) - 1) * greensPerStage;
}
