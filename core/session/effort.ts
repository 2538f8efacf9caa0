import type { HeartRateLimits } from "../contract/profile.ts";
import type { StepKind } from "../contract/session.ts";
import { TRACE_EVERY_S } from "../trace/trace.ts";
import type { SessionState } from "./state.ts";

/** Since when the heart rate has been above the limits (Unix ms), and when "slow down" was last said. */
export type EffortWatch = {
  readonly above85Since: number | null;
  readonly above90Since: number | null;
  readonly easedAt: number | null;
};

export const CALM: EffortWatch = { above85Since: null, above90Since: null, easedAt: null };

/** plan-rules §5, "During". A reading above the limit must hold this long; heart rate may only ever slow a session. */
const EASE_HRR = 0.85;
const EASE_AFTER_MS = 30_000;
const EASE_EVERY_MS = 60_000;
const WALK_HRR = 0.9;
const WALK_AFTER_MS = 60_000;
const READY_HRR = 0.7;
/** The walk before a run grows in parts of 15 s, up to 60 s. */
const WAIT_PART_S = 15;
export const MAX_WAIT_MS = 60_000;
/** Share of a run's samples that must hold a reading for `effortHr` to count as reliable. */
const ENOUGH = 0.8;

/** Share of the heart-rate reserve (Karvonen), 0–1; null when it cannot be known or relied on. */
export function reserveShare(hr: number | null, limits: HeartRateLimits | null): number | null {
  if (limits === null || !limits.reliable || hr === null || hr <= 0) return null;
  const reserve = limits.maxBpm - limits.restingBpm;
  return reserve <= 0 ? null : (hr - limits.restingBpm) / reserve;
}

export type Advice = "ease-off" | "walk" | null;

/**
 * Looks at one reading during a session. Only running is slowed: in the walk after a bout a high heart rate is expected.
 * @param hr beats per minute, null without a fresh reading
 */
export function observeEffort(
  watch: EffortWatch,
  now: number,
  hr: number | null,
  limits: HeartRateLimits | null,
  kind: StepKind,
): { readonly watch: EffortWatch; readonly advice: Advice } {
  const share = reserveShare(hr, limits);
  if (share === null || kind !== "run") return { watch: { ...CALM, easedAt: watch.easedAt }, advice: null };
  const above85Since = share > EASE_HRR ? (watch.above85Since ?? now) : null;
  const above90Since = share > WALK_HRR ? (watch.above90Since ?? now) : null;
  if (above90Since !== null && now - above90Since >= WALK_AFTER_MS) {
    return { watch: { ...CALM, easedAt: watch.easedAt }, advice: "walk" };
  }
  const rested = watch.easedAt === null || now - watch.easedAt >= EASE_EVERY_MS;
  const ease = above85Since !== null && now - above85Since >= EASE_AFTER_MS && rested;
  return {
    watch: { above85Since, above90Since, easedAt: ease ? now : watch.easedAt },
    advice: ease ? "ease-off" : null,
  };
}

/** Seconds to add to the walk before a run, looked at shortly before it ends; 0: go. */
export function waitBeforeRun(hr: number | null, limits: HeartRateLimits | null, addedMs: number): number {
  const share = reserveShare(hr, limits);
  if (share === null || share <= READY_HRR) return 0;
  return Math.max(0, Math.min(WAIT_PART_S, (MAX_WAIT_MS - addedMs) / 1000));
}

/** Percentage of the run time above 85 % of the heart-rate reserve; null without limits or without any run. */
export function effortOf(state: SessionState): { aboveHrr85Pct: number; reliable: boolean } | null {
  const { limits, at } = state.head;
  if (limits === null || state.runSpans.length === 0) return null;
  const everyMs = TRACE_EVERY_S * 1000;
  let samples = 0;
  let read = 0;
  let above = 0;
  for (const { from, to } of state.runSpans) {
    for (let index = Math.ceil((from - at) / everyMs); at + index * everyMs < to; index += 1) {
      samples += 1;
      const share = reserveShare(state.hr[index] ?? null, { ...limits, reliable: true });
      if (share === null) continue;
      read += 1;
      if (share > EASE_HRR) above += 1;
    }
  }
  if (read === 0) return { aboveHrr85Pct: 0, reliable: false };
  // Rounded down, so that the rule's 20 % is reached by 20 % only: limits are compared without rounding (plan-rules 12).
  return { aboveHrr85Pct: Math.floor((100 * above) / read), reliable: limits.reliable && read >= samples * ENOUGH };
}
