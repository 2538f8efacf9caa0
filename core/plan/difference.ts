import type { Decision, FiredRule } from "../contract/plan.ts";
import type { PlanChange } from "../contract/plan-history.ts";
import type { Language } from "../contract/primitives.ts";
import { planChangeText } from "../text/plan-changes.ts";

type Kind = PlanChange["kind"];
type Changed<T> = { readonly from: T; readonly to: T } | null;

/**
 * What a plan says otherwise than the one before it, and the rules and values that brought it there. Null when a person would
 * not see a difference: the ids in `basis` and the words of another language are none.
 */
export function differenceOf(before: Decision, after: Decision, language: Language | undefined): PlanChange | null {
  const kind = kindOf(before, after);
  const rules = rulesBetween(before.rules, after.rules);
  const quiet = kind === "reason" && rules.fired.length + rules.gone.length + rules.inputs.length === 0;
  if (quiet && before.state === after.state) return null;
  const levels = { from: before.level || 0, to: after.level || 0 };
  return {
    kind,
    what: planChangeText(kind, levels, language),
    level: changed(before.level, after.level),
    date: changed(before.date, after.date),
    startLocal: changed(before.startLocal, after.startLocal),
    state: changed(before.state, after.state),
    lock: changed(lockKind(before), lockKind(after)),
    ...rules,
  };
}

/** The change that counts most: what holds the plan, then how much, then when, then how. */
function kindOf(before: Decision, after: Decision): Kind {
  const [held, holds] = [lockKind(before), lockKind(after)];
  if (held !== holds) return holds === null ? "unlocked" : "locked";
  if ((before.state === "paused") !== (after.state === "paused"))
    return after.state === "paused" ? "paused" : "resumed";
  if (before.level !== after.level) return levelKind(before.level, after.level);
  if (before.date !== after.date) return "moved";
  if (before.startLocal !== after.startLocal) return "retimed";
  return JSON.stringify(before.steps) === JSON.stringify(after.steps) ? "reason" : "steps";
}

function levelKind(from: number | null, to: number | null): Kind {
  if (to === null) return "rest";
  if (from === null) return "offered";
  return to > from ? "up" : "down";
}

function rulesBetween(before: readonly FiredRule[], after: readonly FiredRule[]) {
  const earlier = new Map(before.map(({ id, inputs }) => [id, inputs]));
  const now = new Set(after.map(({ id }) => id));
  return {
    fired: after.filter(({ id }) => !earlier.has(id)),
    gone: before.map(({ id }) => id).filter((id) => !now.has(id)),
    inputs: after.flatMap(({ id, inputs }) => inputsBetween(id, earlier.get(id), inputs)),
  };
}

function inputsBetween(rule: string, before: FiredRule["inputs"] | undefined, after: FiredRule["inputs"]) {
  if (before === undefined) return [];
  const names = Object.keys({ ...before, ...after });
  const values = names.map((name) => ({ rule, name, from: lookedAt(before, name), to: lookedAt(after, name) }));
  return values.filter(({ from, to }) => from !== to);
}

/** Null also for what was not looked at. */
function lookedAt(inputs: FiredRule["inputs"], name: string): FiredRule["inputs"][string] {
  const value = inputs[name];
  return value === undefined ? null : value;
}

const lockKind = ({ lock }: Decision) => (lock === null ? null : lock.kind);
const changed = <T>(from: T, to: T): Changed<T> => (from === to ? null : { from, to });
