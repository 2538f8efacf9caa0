import type { EpochDay } from "../calendar/calendar.ts";
import type { Colour } from "../contract/api.ts";
import type { FiredRule } from "../contract/plan.ts";
import { FINISH_LEVEL } from "../ladder/ladder.ts";
import type { Book } from "./book.ts";
import type { SessionFacts } from "./facts.ts";
import { heldBack } from "./hold-back.ts";
import { withLevel } from "./level.ts";
import { withRedLock } from "./refer.ts";
import { fired } from "./rules.ts";
import type { Outcome, State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

export type Update = { readonly state: State; readonly outcome: Outcome; readonly rules: readonly FiredRule[] };
/** A judged session on its date. `reference` is the one on the AM's date. */
export type Occasion = {
  readonly day: EpochDay;
  readonly base: number;
  readonly reference: number;
  readonly facts: SessionFacts;
};

/** What a colour does to the ladder (plan-rules §5, 12.6 and 12.7). */
export function updated(state: State, book: Book, colour: Colour, occasion: Occasion): Update {
  if (colour === "GREEN") return afterGreen({ ...state, trial: false }, book, occasion);
  if (colour === "AMBER") return afterTrial(state, afterAmber(state, occasion), occasion);
  if (colour === "RED") return afterTrial(state, afterRed(state, occasion), occasion);
  return { state, outcome: "hold", rules: [fired("U.neutral", { level: state.level, streak: state.streak })] };
}

/** GREEN sessions in a row that the level asks for on this date, with the extra ones (at most two). */
function greensNeeded(state: State, day: EpochDay, base: number): number {
  const { first, firstUpTo, running, beyond, highBase, stepBackDays, maxExtra } = THRESHOLDS.greens;
  const target = state.level + 1;
  const falls = state.stepBacks.filter(([date, from]) => from === target && date >= day - stepBackDays && date <= day);
  const extra = Math.min(maxExtra, (base >= highBase ? 1 : 0) + falls.length);
  if (state.level > FINISH_LEVEL) return beyond + extra;
  return (state.level <= firstUpTo ? first : running) + extra;
}

function afterGreen(state: State, book: Book, { day, base, reference }: Occasion): Update {
  const needed = greensNeeded(state, day, base);
  const streak = Math.min(needed, state.streak + 1);
  const green = { ...state, ambers: 0, streak };
  const hold = fired("U.hold", { level: state.level, streak, needed });
  if (streak < needed) return { state: green, outcome: "hold", rules: [hold] };
  const against = heldBack(green, book, day, reference);
  if (against.length > 0) return { state: green, outcome: "hold", rules: [hold, ...against] };
  const target = state.level + 1;
  const ups = green.ups.filter(([date]) => date > day - THRESHOLDS.ups.monthDays);
  return {
    state: { ...withLevel(green, target, day), streak: 0, ups: [...ups, [day, target]] },
    outcome: "progress",
    rules: [fired("U.progress", { from: state.level, to: target, streak: needed })],
  };
}

function afterAmber(state: State, { day }: Occasion): Update {
  const ambers = state.ambers + 1;
  if (ambers < THRESHOLDS.ambersToStepBack) {
    const rule = fired("U.amber", { level: state.level, ambers });
    return { state: { ...state, streak: 0, ambers }, outcome: "hold", rules: [rule] };
  }
  const back = withStepBack({ ...state, streak: 0, ambers: 0 }, 1, day);
  const rule = fired("U.step-back-1", { from: state.level, to: back.level });
  return { state: back, outcome: "step-back-1", rules: [rule] };
}

/** The first RED of a date moves the level; every RED starts the hold anew. */
function afterRed(state: State, { day, facts }: Occasion): Update {
  const held: State = {
    ...{ ...state, streak: 0, ambers: 0 },
    redHold: { since: day, quiet: false, answered: false },
    redEnd: [day, Math.max(facts.end, state.redEnd !== null && state.redEnd[0] === day ? state.redEnd[1] : 0)],
  };
  if (state.reds.includes(day) || (state.redHold !== null && state.redHold.since === day)) {
    return { state: held, outcome: "step-back-2", rules: [fired("U.red-again", { level: state.level })] };
  }
  const back = withStepBack(held, THRESHOLDS.redStepBack, day);
  const rule = fired("U.step-back-2", { from: state.level, to: back.level });
  return { state: withRedLock(back, day), outcome: "step-back-2", rules: [rule] };
}

/** A trial ends with the first session that is no longer NEUTRAL; not GREEN: level 5 at most. */
function afterTrial(before: State, update: Update, { day }: Occasion): Update {
  if (!before.trial) return update;
  const state = { ...update.state, trial: false };
  if (state.level <= THRESHOLDS.trialLevel) return { ...update, state };
  const rule = fired("U.trial", { from: before.level, to: THRESHOLDS.trialLevel });
  const outcome = update.outcome === "hold" ? "step-back-1" : update.outcome;
  return { state: withLevel(state, THRESHOLDS.trialLevel, day), outcome, rules: [rule, ...update.rules] };
}

/** Steps back and remembers from which level, because coming back to it takes one GREEN more for 60 days. */
function withStepBack(state: State, levels: number, day: EpochDay): State {
  const back = withLevel(state, state.level - levels, day);
  if (state.level === 0) return back;
  const recent = state.stepBacks.filter(([date]) => date >= day - THRESHOLDS.greens.stepBackDays);
  return { ...back, stepBacks: [...recent, [day, state.level]] };
}
