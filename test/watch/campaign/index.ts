import { darkExercises, darkScreen, heldScreen } from "./cues.ts";
import { exercisesInterrupted, interrupted } from "./kills.ts";
import { exercisePlan } from "./plans.ts";
import { type CampaignResult, type Case, play } from "./run.ts";
import { schedule } from "./schedules.ts";
import { damaged, everyWrite } from "./writes.ts";

export type { CampaignResult } from "./run.ts";

export type WatchCampaign = {
  /** First seed; another one plays other sessions. */
  readonly seed?: number;
  /** Share of the full numbers, 0–1. */
  readonly share?: number;
  /** Told of each part when it is over. */
  readonly tell?: (result: CampaignResult) => void;
};

/** The full numbers: how many cases of each. A case of three virtual hours takes some ten seconds of one core. */
const PARTS: readonly (readonly [string, number, Case])[] = [
  ["three hours of stumbling timers", 20, heldScreen],
  ["whole sessions with the screen off", 300, darkScreen],
  ["the same with exercises before and after", 100, darkExercises],
  ["killed at random points (page, app, reboot)", 500, interrupted],
  ["killed in sessions with exercises before and after", 200, exercisesInterrupted],
  ["damaged journals", 300, damaged],
  ["drop, double, reorder, delay, kill between watch, phone and cloud", 10_000, schedule],
];
const SESSIONS_CUT_AT_EVERY_WRITE = 5;

/**
 * Plays the packaged watch app (`dist/watch/unpacked`, built beforehand) through everything that may go wrong with it. A
 * failure names the seed that plays it again.
 */
export async function watchCampaign({ seed = 1, share = 1, tell }: WatchCampaign = {}): Promise<CampaignResult[]> {
  const results: CampaignResult[] = [];
  const keep = (result: CampaignResult): void => {
    results.push(result);
    tell?.(result);
  };
  const few = (count: number): number => Math.max(1, Math.round(count * share));
  for (const [name, count, one] of PARTS) keep(await play(name, seed, few(count), one));
  for (let index = 0; index < few(SESSIONS_CUT_AT_EVERY_WRITE); index += 1) keep(await everyWrite(seed + index));
  keep(await everyWrite(seed, share, exercisePlan));
  return results;
}
