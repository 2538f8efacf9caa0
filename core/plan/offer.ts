import type { EpochDay } from "../calendar/calendar.ts";
import { withClip } from "../progress/clip.ts";
import { gatedLevel } from "../progress/day-gate.ts";
import { withGap } from "../progress/gap.ts";
import type { State } from "../progress/state.ts";
import { THRESHOLDS } from "../progress/thresholds.ts";
import type { Context } from "./context.ts";

/** What a date would bring, before it is known whether the date may have a session. */
export type Offer = {
  readonly day: EpochDay;
  /** Null: rest. */
  readonly level: number | null;
  /** Level of the state, after the gap, and after the clip on this date. */
  readonly stateLevel: number;
  readonly gapLevel: number;
  readonly ladderLevel: number;
  readonly anew: boolean;
};

/** The level on a date: gap and clip at that date (12.13), then everything that can only lower it. */
export function offerOn(context: Context, day: EpochDay): Offer {
  const { state, book } = context;
  const rested = withGap(state, day);
  const ladderLevel = withClip(rested, book, day).level;
  const planned = easier(state, Math.min(ladderLevel, ...caps(state, rested.anew)));
  const gated = day === context.today ? gatedLevel(context.gate, ladderLevel) : planned;
  const level = gated === null ? null : Math.min(planned, gated);
  return { day, level, stateLevel: state.level, gapLevel: rested.level, ladderLevel, anew: rested.anew };
}

function caps(state: State, anew: boolean): number[] {
  const limits: number[] = [];
  if (state.lock !== null) limits.push(THRESHOLDS.refer.walkLevel);
  if (state.redHold !== null) limits.push(THRESHOLDS.redHold.walkLevel);
  if (anew) limits.push(THRESHOLDS.anewWalkLevel);
  return limits;
}

/** The person's own wish for less; it never adds. */
function easier({ choice }: State, level: number): number {
  if (choice === null) return level;
  const lower = Math.max(0, level - choice.easier);
  return choice.level === null ? lower : Math.min(lower, choice.level);
}
