import { localDateOf } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Decision, FiredRule, PlanState } from "../contract/plan.ts";
import type { LocalDate } from "../contract/primitives.ts";
import type { Profile } from "../contract/profile.ts";
import type { Checkpoint } from "../progress/checkpoint.ts";
import { fired } from "../progress/rules.ts";
import { ALL_ASKED } from "../screening/screening.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { EN } from "../text/en/index.ts";
import { changesFor, sentenceFor } from "../text/sentence.ts";
import { type Context, contextOf } from "./context.ts";
import { rulesOf } from "./explain.ts";
import { type Locked, lockedOf } from "./locked.ts";
import type { Offer } from "./offer.ts";
import { firstDay, NO_END_DAY, nextOffer } from "./schedule.ts";
import { startLocal } from "./start.ts";
import { stepsOf } from "./steps.ts";

/**
 * Decides the next outing. Total and pure: the same inputs give the same decision (invariant 9).
 * @param checkpoint the fold at the end of an earlier week
 * @param tail the events of later weeks, in any order; events of weeks already in the checkpoint are ignored
 * @param profile `profileOf(checkpoint, tail)`
 * @param today the person's local date
 * @param texts what its sentences are made of: one language
 */
export function decide(
  checkpoint: Checkpoint,
  tail: readonly LogEvent[],
  profile: Profile,
  today: LocalDate,
  texts: Catalogue = EN,
): Decision {
  return decideIn(contextOf(checkpoint, tail, profile, today, texts));
}

/** The decision, for who needs to know more of the day than it tells. */
export function decideIn(context: Context): Decision {
  const locked = lockedOf(context);
  const missing = setupRules(context);
  if (locked !== null && !locked.walks) return decision(context, "rest-and-refer", [locked.rule], null, locked);
  if (locked !== null && missing.length > 0) {
    return decision(context, "rest-and-refer", [locked.rule, ...missing], null, locked);
  }
  if (locked !== null) return offered(context, "rest-and-refer", [locked.rule], locked);
  if (missing.length > 0) return decision(context, "setup", missing, null, null);
  if (firstDay(context) > context.today) return offered(context, "paused", [pauseRule(context)], null);
  return offered(context, null, [], null);
}

/** `state` null: as the offer and the latest session say. */
function offered(context: Context, state: PlanState | null, rules: FiredRule[], locked: Locked | null): Decision {
  const offer = nextOffer(context);
  if (offer === null) return decision(context, state || "hold", rules, null, locked);
  return decision(context, state || stateOf(context, offer), [...rules, ...rulesOf(context, offer)], offer, locked);
}

function stateOf({ state, gate, today }: Context, offer: Offer): PlanState {
  if (offer.day === today && gate === "rest") return "rest";
  if (offer.day === today && gate !== "go") return "eased";
  if (state.redHold !== null) return "step-back-2";
  if (offer.ladderLevel < offer.stateLevel || state.last === null) return "hold";
  return state.last.outcome;
}

function decision(
  context: Context,
  state: PlanState,
  rules: FiredRule[],
  offer: Offer | null,
  locked: Locked | null,
): Decision {
  const { profile, texts, basis } = context;
  const level = offer === null ? null : offer.level;
  return {
    date: offer === null ? null : localDateOf(offer.day),
    startLocal: level === null ? null : startLocal(profile),
    level,
    steps: offer === null ? [] : stepsOf(context, offer),
    state,
    rules,
    sentence: sentenceFor(rules, texts),
    wouldChange: changesFor(rules, texts),
    basis,
    lock: locked === null ? null : locked.lock,
  };
}

/** What has to be told before anything can be planned. */
function setupRules({ state }: Context): FiredRule[] {
  const rules: FiredRule[] = [];
  if (state.asked !== ALL_ASKED) rules.push(fired("S.first", { asked: state.asked }));
  if (!state.placed) rules.push(fired("P.place", {}));
  return rules;
}

function pauseRule(context: Context): FiredRule {
  const day = firstDay(context);
  return fired("P.pause", { until: day >= NO_END_DAY ? null : localDateOf(day) });
}
