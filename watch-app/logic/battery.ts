import type { Plan } from "../../core/contract/plan.ts";
import type { PlannedStep } from "../../core/contract/session.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { minutesOf } from "./plan.ts";

/**
 * Charge that an hour of a session takes, in percent, while nothing was measured on this watch: our assumption for a screen held
 * on with heart rate running. Nobody has measured it on a real watch (docs/evidence-register.md), so it is on the careful side.
 */
export const ASSUMED_PCT_PER_H = 15;
/** Below this charge the time it lasts is said even when the session fits. */
const LOW_PCT = 20;
/** What a watch should have left at the end, in percent. */
const SPARE_PCT = 3;
/** A session shorter than this says too little about the battery, whose reading is in whole percents. */
const MEASURED_MIN = 15;

export type Charge = { readonly at: number; readonly pct: number };

/** Whole minutes that a charge lasts in a session, by estimate. */
export const minutesLeft = (pct: number, pctPerH: number): number =>
  Math.max(0, Math.floor(((pct - SPARE_PCT) / pctPerH) * 60));

/**
 * What an hour took, in percent, from the charge before and after a session; half of it counts against what was known. Stays as
 * it was when the session was short or the watch was charged meanwhile.
 */
export function measuredDrain(known: number, before: Charge, after: Charge): number {
  const hours = (after.at - before.at) / 3_600_000;
  if (hours * 60 < MEASURED_MIN || after.pct >= before.pct) return known;
  const pctPerH = (before.pct - after.pct) / hours;
  return Math.min(60, Math.max(4, (known + pctPerH) / 2));
}

/** What to say before the start: null when there is charge enough. `shorter`: a walk of the ladder that fits, if one does. */
export type LowBattery = {
  readonly pct: number;
  readonly minutes: number;
  readonly fits: boolean;
  readonly shorter: { readonly level: number; readonly steps: PlannedStep[] } | null;
};

/** @param pct null when the sensor does not tell */
export function lowBattery(pct: number | null, pctPerH: number, { level, steps }: Plan): LowBattery | null {
  if (pct === null || level === null) return null;
  const minutes = minutesLeft(pct, pctPerH);
  const fits = minutesOf(steps) <= minutes;
  if (fits && pct >= LOW_PCT) return null;
  const walks = [4, 3, 2, 1, 0].filter((walk) => walk < level && minutesOf(ladderSteps(walk)) <= minutes);
  const [walk] = walks;
  return {
    pct,
    minutes,
    fits,
    shorter: fits || walk === undefined ? null : { level: walk, steps: [...ladderSteps(walk)] },
  };
}
