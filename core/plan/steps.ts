import { floorBlock, warmupBlock } from "../blocks/blocks.ts";
import { fitToWaking } from "../blocks/steps.ts";
import type { FiredRule } from "../contract/plan.ts";
import type { PlannedStep } from "../contract/session.ts";
import { ladderSteps } from "../ladder/ladder.ts";
import { greensOn, stageOn } from "../progress/growth.ts";
import { fired } from "../progress/rules.ts";
import { THRESHOLDS } from "../progress/thresholds.ts";
import type { Context } from "./context.ts";
import type { Offer } from "./offer.ts";
import { awakeMinutes } from "./start.ts";

const { skipFrom } = THRESHOLDS.blocks;

/** The steps of an outing: exercises, walking and running, floor exercises. None: rest. */
export function stepsOf(context: Context, offer: Offer): PlannedStep[] {
  const { level } = offer;
  if (level === null) return [];
  const { profile, state } = context;
  const [walk, awake] = [ladderSteps(level), awakeMinutes(profile)];
  if (noneBecause(context, offer) !== null) return fitToWaking(walk, awake);
  const brittle = state.brittle === true;
  const floor = floorBlock({ stage: stageOn(state, offer.day), brittle });
  return fitToWaking([...warmupBlock({ brittle }), ...walk, ...floor], awake);
}

/** The rule that gives the exercises, or takes them away. */
export function blockRules(context: Context, offer: Offer): FiredRule[] {
  if (offer.level === null) return [];
  const because = noneBecause(context, offer);
  if (because !== null) return [fired("F.none", { because })];
  const { state } = context;
  const inputs = {
    stage: stageOn(state, offer.day),
    greens: greensOn(state, offer.day),
    brittle: state.brittle === true,
  };
  return [fired("F.block", inputs)];
}

/** After a RED, under a lock and on a sore day there are no exercises (plan-rules §9). */
function noneBecause({ state, today, pre, gate }: Context, { day }: Offer): "lock" | "red" | "sore" | null {
  if (state.lock !== null) return "lock";
  if (state.redHold !== null) return "red";
  return day === today && (gate !== "go" || (pre !== null && pre >= skipFrom)) ? "sore" : null;
}
