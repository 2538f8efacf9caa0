import { settle } from "./settle.ts";
import type { SessionState } from "./state.ts";

/** Where a session stands: all that its position, its cues and its end depend on. */
const FIELDS = [
  "status",
  "step",
  "visit",
  "stepStartedAt",
  "movingSince",
  "extraMs",
  "waitedMs",
  "pausedAt",
  "walkOnly",
  "floor",
  "cut",
  "endedAt",
  "outcome",
  "reason",
] as const;

export type Place = Pick<SessionState, (typeof FIELDS)[number]>;

/** The place as a journal keeps it beside an entry: as short as can be, for it is written at every press. */
export const placeOf = (state: SessionState): readonly unknown[] => FIELDS.map((field) => state[field]);

/**
 * The state at a place that was written down before an entry; no place, or another app's, changes nothing. It is the same state
 * unless entries between were lost: then the place holds, and what went before it counts as time gave it.
 */
export function placed(state: SessionState, values: unknown): SessionState {
  if (!Array.isArray(values) || values.length !== FIELDS.length) return state;
  if (JSON.stringify(placeOf(state)) === JSON.stringify(values)) return state;
  const place = Object.fromEntries(FIELDS.map((field, index) => [field, values[index]])) as Place;
  return { ...settle(state, place.stepStartedAt), ...place };
}
