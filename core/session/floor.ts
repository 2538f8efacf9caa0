import { floorFrom } from "../blocks/steps.ts";
import type { Pain } from "../contract/session.ts";
import { THRESHOLDS } from "../progress/thresholds.ts";
import type { SessionState } from "./state.ts";

/** Whether pain leaves room for exercises: below 4 at both sites (plan-rules §9). Not asked is not known to hurt. */
export const bearable = (pain: Pain | null): boolean =>
  pain === null || Math.max(pain.back, pain.leg) < THRESHOLDS.blocks.skipFrom;

/**
 * Whether the floor exercises may be offered now: a completed session that has some, its questions answered, no score of 4 or more
 * at any moment and nothing spreading to the leg. So a session that is RED by what is known never leads into them.
 */
export function floorOffered(state: SessionState): boolean {
  const { head, status, floor, outcome, cut, reported, answers } = state;
  if (status !== "ended" || floor || floorFrom(head.steps) === head.steps.length) return false;
  if (outcome !== "completed" || cut === "pain" || answers === null || answers.legSymptoms) return false;
  return [head.before, reported, answers.worst, answers.after].every(bearable);
}
