import * as v from "valibot";
import { Decision, FiredRule, Plan } from "./plan.ts";
import { Instant, Level, LocalDate, text, WallTime } from "./primitives.ts";

const changed = <T extends v.GenericSchema>(value: T) => v.nullable(v.strictObject({ from: value, to: value }));
const LockKind = v.nullable(v.picklist(["E", "U", "C", "pain"]));

/** What a plan says otherwise than the one before it; null: the same. Rules are named by their ids, see docs/rules.md. */
export const PlanChange = v.strictObject({
  /** The change that counts most, which the sentence is about. */
  kind: v.picklist([
    "locked",
    "unlocked",
    "paused",
    "resumed",
    "rest",
    "offered",
    "up",
    "down",
    "moved",
    "retimed",
    "steps",
    "reason",
  ]),
  /** It as one plain sentence in the person's language. */
  what: text(300),
  level: changed(v.nullable(Level)),
  date: changed(v.nullable(LocalDate)),
  startLocal: changed(v.nullable(WallTime)),
  state: changed(Decision.entries.state),
  lock: changed(LockKind),
  /** Rules that fired now and not before, with what they looked at; and those that no longer do. */
  fired: v.array(FiredRule),
  gone: v.array(text(24)),
  /** What rules that fired both times looked at, where it is another value now; null: not looked at. */
  inputs: v.array(
    v.strictObject({
      rule: text(24),
      name: v.string(),
      from: FiredRule.entries.inputs.value,
      to: FiredRule.entries.inputs.value,
    }),
  ),
});

/** One plan as it was published. `change` is null for the first. */
export const PublishedPlan = v.strictObject({
  planId: Plan.entries.planId,
  rev: Plan.entries.rev,
  publishedAt: Instant,
  date: Decision.entries.date,
  startLocal: Decision.entries.startLocal,
  level: Decision.entries.level,
  state: Decision.entries.state,
  lock: LockKind,
  sentence: Decision.entries.sentence,
  rules: Decision.entries.rules,
  change: v.nullable(PlanChange),
});

/** Query of `GET /v1/plans`: the `cursor` of the page before. */
export const PlansQuery = v.strictObject({
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,7}$/, "must be the one that the page before gave"))),
});

/** Newest first, at most a hundred; a plan that says the same as the one before it is left out. `cursor` null: the last page. */
export const PlansPage = v.strictObject({ plans: v.array(PublishedPlan), cursor: v.nullable(v.string()) });

export type PlanChange = v.InferOutput<typeof PlanChange>;
export type PublishedPlan = v.InferOutput<typeof PublishedPlan>;
export type PlansPage = v.InferOutput<typeof PlansPage>;
