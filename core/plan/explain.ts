import { type EpochDay, localDateOf } from "../calendar/calendar.ts";
import type { FiredRule } from "../contract/plan.ts";
import type { Profile } from "../contract/profile.ts";
import { MAX_LEVEL } from "../ladder/ladder.ts";
import { personCeiling } from "../progress/clip.ts";
import { gapDays } from "../progress/gap.ts";
import { fired } from "../progress/rules.ts";
import type { LastJudged } from "../progress/state.ts";
import { THRESHOLDS } from "../progress/thresholds.ts";
import type { Context } from "./context.ts";
import type { Offer } from "./offer.ts";
import { isEarlyRun } from "./start.ts";
import { blockRules } from "./steps.ts";

/** Every rule that shaped an offer, each with the values it looked at. */
export function rulesOf(context: Context, offer: Offer): FiredRule[] {
  return [
    ...gateRules(context, offer),
    ...holdRules(context, offer),
    ...lastRules(context, offer),
    ...ladderRules(context, offer),
    ...choiceRules(context, offer),
    ...warmupRules(context, offer),
    ...blockRules(context, offer),
    ...askRules(context, offer),
    fired("W.next", { date: localDateOf(offer.day), level: offer.level }),
  ];
}

function gateRules({ gate, today, pre, base, unwell }: Context, offer: Offer): FiredRule[] {
  if (offer.day !== today) return [];
  const inputs = { pre, base, level: offer.level };
  if (gate === "rest") return [fired(unwell ? "D.unwell" : "D.rest", inputs)];
  if (gate === "go") return pre === null ? [] : [fired("D.go", inputs)];
  return [fired(gate === "walk" ? "D.walk" : "D.ease", inputs)];
}

function holdRules({ state }: Context, { level, anew, day }: Offer): FiredRule[] {
  const rules: FiredRule[] = [];
  const hold = state.redHold;
  if (hold !== null) {
    const { quiet, answered } = hold;
    rules.push(fired("U.red-hold", { level, since: localDateOf(hold.since), quiet, answered }));
  }
  if (anew) rules.push(fired("S.anew", { level, days: gapDays(state, day) }));
  return rules;
}

/** What the latest session said, as long as nothing newer speaks for the ladder. */
function lastRules({ state, profile, today }: Context, { level, ladderLevel }: Offer): FiredRule[] {
  const { last } = state;
  if (last === null) return [fired(state.restarted ? "P.restart" : "P.start", { level })];
  const said = last.rules.map((rule) => offeredOnce(steppedTo(rule, ladderLevel), profile));
  const rules = [...said, ...awaitRules(last, today)];
  if (state.stuck >= THRESHOLDS.stuckSessions) rules.push(fired("U.stuck", { level: state.level, count: state.stuck }));
  if (state.lowAmbers >= THRESHOLDS.lowAmbers.count) rules.push(fired("U.low-ambers", { count: state.lowAmbers }));
  return rules;
}

/** A step back names the level that the plan has now: a trial, a pause or the limits may have lowered it further. */
function steppedTo({ id, inputs }: FiredRule, ladderLevel: number): FiredRule {
  if (id === "U.red-again") return fired(id, { ...inputs, level: ladderLevel });
  if (id === "U.step-back-1" || id === "U.step-back-2" || id === "U.trial" || id === "T.step") {
    return fired(id, { ...inputs, to: ladderLevel });
  }
  return { id, inputs };
}

/** Longer runs are offered until a yes or a no was told, and not again after it. */
function offeredOnce({ id, inputs }: FiredRule, { optIn }: Profile): FiredRule {
  return id === "H.opt-in" && optIn !== undefined ? fired(id, { ...inputs, offer: false }) : { id, inputs };
}

/** Only the morning after is missing, and it may still come. */
function awaitRules({ day, rules }: LastJudged, today: EpochDay): FiredRule[] {
  const colours = rules.filter(({ id }) => id.startsWith("C."));
  const waits = colours.length === 1 && colours.every(({ id }) => id === "C.neutral.morning") && today - day <= 1;
  return waits ? [fired("U.await", { tomorrow: today <= day })] : [];
}

function ladderRules({ state }: Context, { day, stateLevel, gapLevel, ladderLevel }: Offer): FiredRule[] {
  const rules: FiredRule[] = [];
  if (gapLevel < stateLevel) rules.push(fired("G.gap", { days: gapDays(state, day), from: stateLevel, to: gapLevel }));
  if (ladderLevel < gapLevel) {
    const ceiling = personCeiling(state);
    const own = ladderLevel === Math.min(ceiling, MAX_LEVEL);
    rules.push(fired(own ? "I.ceiling" : "I.load", { from: gapLevel, to: ladderLevel }));
  }
  return rules;
}

function choiceRules({ state }: Context, { level, day }: Offer): FiredRule[] {
  const { choice } = state;
  if (choice === null) return [];
  const rules: FiredRule[] = [];
  if (choice.easier > 0 || choice.level !== null) rules.push(fired("P.easier", { level, wish: choice.level }));
  if (choice.moveTo === day) rules.push(fired("P.move", { date: localDateOf(day) }));
  return rules;
}

function warmupRules({ profile }: Context, { level }: Offer): FiredRule[] {
  const early = level !== null && isEarlyRun(profile, level);
  return early ? [fired("I.warmup", { seconds: THRESHOLDS.warmup.soonAfterWakingS })] : [];
}

/** What the person is asked for, without holding anything back. */
function askRules(context: Context, offer: Offer): FiredRule[] {
  const { state, today } = context;
  const rules: FiredRule[] = [];
  const days = state.eightOn === null ? null : today - state.eightOn;
  const alarm = latestAlarm(context, offer);
  if (alarm !== null && (state.eightOn === null || state.eightOn < alarm)) {
    rules.push(fired("S.repeat", { days, since: localDateOf(alarm) }));
  } else if (days !== null && days >= THRESHOLDS.repeatScreeningDays)
    rules.push(fired("S.repeat", { days, since: null }));
  const drifting = state.driftSince === null ? 0 : today - state.driftSince;
  if (drifting >= THRESHOLDS.trend.askUsualPainDays) rules.push(fired("T.usual-pain", { days: drifting }));
  return rules;
}

/**
 * The latest date with a PRE of 6 or more, or unwell: the questions are asked again then (plan-rules D). Today's is left to the
 * day gate where that speaks; before four weeks everybody is asked anyway.
 */
function latestAlarm({ book, today, gate }: Context, { day }: Offer): EpochDay | null {
  const gateAsks = day === today && (gate === "walk" || gate === "rest");
  const from = gateAsks ? today - 1 : today;
  for (let date = from; date > today - THRESHOLDS.repeatScreeningDays; date -= 1) {
    const pain = book.pain.get(date);
    const high = pain !== undefined && pain.pre !== null && pain.pre >= THRESHOLDS.gate.walk;
    if (high || book.unwell.has(date)) return date;
  }
  return null;
}
