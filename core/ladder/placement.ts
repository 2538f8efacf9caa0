import type { Placement } from "../contract/profile.ts";
import { boutSeconds, FIRST_RUN_LEVEL } from "./ladder.ts";

/** Comfortable walking minutes from which a walking level starts (plan-rules §3, EJ). */
const WALK_MINUTES: readonly number[] = [0, 5, 10, 20, 30];
const JOG = { timesPerWeek: 3, worstPain: 2, highestLevel: 12 } as const;

/** The level that a self-report starts on: 0–4 by walking; by jogging the highest level up to 12 with no longer bout. */
export function placementLevel({ walkMin, jog }: Placement): number {
  let level = 0;
  for (let rung = 1; rung < WALK_MINUTES.length; rung += 1) if (walkMin >= (WALK_MINUTES[rung] || 0)) level = rung;
  if (jog === null || jog.timesPerWeek < JOG.timesPerWeek || jog.worstPain > JOG.worstPain) return level;
  for (let rung = FIRST_RUN_LEVEL; rung <= JOG.highestLevel; rung += 1)
    if (boutSeconds(rung) <= jog.boutS) level = rung;
  return level;
}
