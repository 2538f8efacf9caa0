import { expect, it } from "vitest";
import { decide } from "../../core/plan/decide.ts";
import { EMPTY_CHECKPOINT } from "../../core/progress/checkpoint.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { firstVisit } from "../../test/pipeline/events.ts";
import { packSteps } from "./compact.ts";
import { planRowOf, rowOfPlan } from "./people.ts";

const told = firstVisit("2026-11-16");
const decision = decide(EMPTY_CHECKPOINT, told, profileOf(EMPTY_CHECKPOINT, told), "2026-11-22");
const published = { planId: "p", rev: 3, hash: "h", publishedAt: "2026-11-22T12:00:00Z" };
const at = { pk: "U#a", sk: "P#CURRENT" };

it("a plan comes back from its row as it was published", () => {
  expect(planRowOf(rowOfPlan({ ...published, decision }, at))).toEqual({ ...published, decision });
});

it("rows of earlier versions hold the same plan as text, its steps inside or apart", () => {
  const { steps, ...rest } = decision;
  expect(steps).not.toHaveLength(0);
  const apart = packSteps(steps.map((step) => ({ ...step, doneS: step.plannedS })));
  for (const row of [{ decision: JSON.stringify(decision) }, { decision: JSON.stringify(rest), steps: apart }]) {
    expect(planRowOf({ ...at, ...published, ...row })).toEqual({ ...published, decision });
  }
});
