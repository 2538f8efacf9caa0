import fc from "fast-check";
import { expect, it } from "vitest";
import { CueKind, CueState, CueTier, type DoneStep, type LedgerCue, StepKind } from "../../core/contract/session.ts";
import { packCues, packSteps, unpackCues, unpackSteps } from "./compact.ts";

const move = fc.option(
  fc.oneof(fc.constantFrom("plank", "", "a:L", "50%;b=c", "%3B", "猫-牛"), fc.string({ maxLength: 24 })),
);
const step: fc.Arbitrary<DoneStep> = fc.record(
  {
    kind: fc.constantFrom(...StepKind.options),
    move: move.map((text) => text?.slice(0, 24) ?? null),
    side: fc.constantFrom("L", "R", null),
    plannedS: fc.integer({ min: 0, max: 21_600 }),
    doneS: fc.integer({ min: 0, max: 21_600 }),
    reps: fc.integer({ min: 1, max: 30 }),
  },
  { requiredKeys: ["kind", "move", "side", "plannedS", "doneS"] },
);
const cue: fc.Arbitrary<LedgerCue> = fc.record({
  kind: fc.constantFrom(...CueKind.options),
  dueMs: fc.integer({ min: 0, max: 21_600_000 }),
  firedMs: fc.option(fc.integer({ min: 0, max: 86_400_000 })),
  state: fc.constantFrom(...CueState.options),
  tier: fc.option(fc.constantFrom(...CueTier.options)),
});

it("gives every list of steps back as it was", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 120 }), (steps) => {
      expect(unpackSteps(packSteps(steps))).toEqual(steps);
    }),
  );
});

it("gives every ledger back as it was", () => {
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 240 }), (cues) => {
      expect(unpackCues(packCues(cues))).toEqual(cues);
    }),
  );
});

it("writes a step that went as planned in a few characters", () => {
  const steps: DoneStep[] = [
    { kind: "run", move: null, side: null, plannedS: 15, doneS: 15 },
    { kind: "walk", move: null, side: null, plannedS: 120, doneS: 118 },
    { kind: "stretch", move: "hip-flexor", side: "L", plannedS: 25, doneS: 25 },
    { kind: "stretch", move: "cat-cow", side: null, plannedS: 48, doneS: 30, reps: 8 },
  ];
  expect(packSteps(steps)).toBe("r15;w120/118;s25=hip-flexor:L;s48*8/30=cat-cow");
});

it("refuses a row that no version wrote", () => {
  expect(() => unpackSteps("z15")).toThrow();
  expect(() => unpackCues("run,x,,fired,held")).toThrow();
});
