import { expect, it } from "vitest";
import type { DoneStep } from "../../../../core/contract/session.ts";
import { groupsOf } from "./step-groups.ts";

const step = (kind: DoneStep["kind"], move: string | null = null): DoneStep => ({
  ...{ kind, move, side: null, plannedS: 20, doneS: 20 },
});

it("numbers what is shown from 1, and knows where each stands in the record", () => {
  const steps = [
    ...[step("stretch", "ready"), step("stretch", "cat-cow"), step("warmup-walk"), step("run")],
    ...[step("cooldown-walk"), step("strength", "ready"), step("strength", "plank")],
  ];
  const { moving, exercises } = groupsOf(steps);
  expect(moving.map(({ step: { kind }, index, number }) => [number, kind, index])).toEqual([
    [1, "warmup-walk", 2],
    [2, "run", 3],
    [3, "cooldown-walk", 4],
  ]);
  expect(exercises.map(({ step: { move }, index, number }) => [number, move, index])).toEqual([
    [1, "cat-cow", 1],
    [2, "plank", 6],
  ]);
});
