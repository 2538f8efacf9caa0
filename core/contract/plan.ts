import * as v from "valibot";
import { Id, Level, LocalDate, text, WallTime, whole } from "./primitives.ts";
import { PlannedStep } from "./session.ts";

/**
 * Why the plan is what it is. `progress`, `hold`, `step-back-1`, `step-back-2` and `rest-and-refer` are the states of
 * plan-rules U; `eased` and `rest` come from the day gate; `paused` from the person; `setup` waits for screening or placement.
 */
export const PlanState = v.picklist([
  "progress",
  "hold",
  "step-back-1",
  "step-back-2",
  "rest-and-refer",
  "eased",
  "rest",
  "paused",
  "setup",
]);

const RuleInput = v.union([v.string(), v.number(), v.boolean(), v.null()]);

/** One rule that fired and the values it looked at. */
export const FiredRule = v.strictObject({ id: text(24), inputs: v.record(v.string(), RuleInput) });

/** What `decide` returns: everything about the next outing except its identity. `level` null and no steps: rest. */
export const Decision = v.strictObject({
  date: v.nullable(LocalDate),
  startLocal: v.nullable(WallTime),
  level: v.nullable(Level),
  steps: v.array(PlannedStep),
  state: PlanState,
  rules: v.array(FiredRule),
  /** The leading rule as one plain sentence in the person's language. */
  sentence: text(400),
  wouldChange: v.array(text(300)),
  /** Ids of the sessions judged since the checkpoint. */
  basis: v.array(Id),
  /** A lock stops running: `E` emergency, `U` urgent, `C` clearance, `pain` rest and refer. */
  lock: v.nullable(v.strictObject({ kind: v.picklist(["E", "U", "C", "pain"]), since: LocalDate, text: text(600) })),
});

/** A decision that was published. `rev` counts up by one per person; `provisional` marks one the watch made alone. */
export const Plan = v.strictObject({
  planId: Id,
  rev: whole(0, 1_000_000),
  ...Decision.entries,
  provisional: v.boolean(),
});

export type PlanState = v.InferOutput<typeof PlanState>;
export type FiredRule = v.InferOutput<typeof FiredRule>;
export type Decision = v.InferOutput<typeof Decision>;
export type Plan = v.InferOutput<typeof Plan>;
