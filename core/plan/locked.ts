import { localDateOf } from "../calendar/calendar.ts";
import type { Decision, FiredRule } from "../contract/plan.ts";
import { fired } from "../progress/rules.ts";
import { THRESHOLDS } from "../progress/thresholds.ts";
import { lockText } from "../text/sentence.ts";
import type { Context } from "./context.ts";

/** The lock of a decision, the rule that names it, and whether gentle walks are left. */
export type Locked = {
  readonly lock: NonNullable<Decision["lock"]>;
  readonly rule: FiredRule;
  readonly walks: boolean;
};

/**
 * What the state is locked for; null: not locked. Under age counts as a lock that only a corrected answer lifts; what needs
 * emergency or urgent care is said before it.
 */
export function lockedOf(context: Context): Locked | null {
  const { state, profile, today, texts } = context;
  const urgent = state.lock !== null && (state.lock.screening === "E" || state.lock.screening === "U");
  if (isMinor(context) && !urgent) return minorLock(context);
  if (state.lock === null) return null;
  const { since, screening, questions, painSince, quiet } = state.lock;
  const kind = screening === null ? "pain" : screening;
  const bearable = state.latestScore === null || state.latestScore <= THRESHOLDS.refer.walkPain;
  const inputs = { kind, since: localDateOf(since), questions: questions.join(","), score: state.latestScore };
  const pain = { since: localDateOf(painSince === null ? today : painSince), score: state.latestScore, quiet };
  return {
    lock: { kind, since: localDateOf(since), text: lockText(kind, texts, profile.emergencyNumber) },
    rule: kind === "pain" ? fired("R.pain", pain) : fired("S.lock", inputs),
    walks: bearable && (kind === "C" || kind === "pain"),
  };
}

function minorLock({ state, profile, today, texts }: Context): Locked {
  const since = localDateOf(state.signUp === null ? today : state.signUp);
  return {
    lock: { kind: "C", since, text: lockText("minor", texts, profile.emergencyNumber) },
    rule: fired("S.minor", { since }),
    walks: false,
  };
}

function isMinor({ state, profile, today }: Context): boolean {
  if (state.minor) return true;
  const year = Number(localDateOf(today).slice(0, 4));
  return profile.birthYear !== undefined && year - profile.birthYear < THRESHOLDS.adultAge;
}
