import { expect, it } from "vitest";
import type { CueKind, DoneStep, LedgerCue, StepKind } from "../../../core/contract/session.ts";
import { spansOf } from "./spans.ts";

const step = (kind: StepKind, doneS: number): DoneStep => ({ kind, move: null, side: null, plannedS: doneS, doneS });
const cue = (kind: CueKind, dueMs: number): LedgerCue => ({
  kind,
  dueMs,
  firedMs: dueMs,
  state: "fired",
  tier: "held",
});

const STEPS = [step("warmup-walk", 60), step("run", 15), step("walk", 45)];

it("follows the cues, so that a pause moves what comes after it", () => {
  const cues = [cue("walk", 0), cue("warning", 50_000), cue("run", 60_000), cue("here", 80_000), cue("walk", 95_000)];
  expect(spansOf(STEPS, cues, 140)).toEqual([
    { kind: "warmup-walk", from: 0, to: 60 },
    { kind: "run", from: 60, to: 95 },
    { kind: "walk", from: 95, to: 140 },
  ]);
});

it("puts the steps end to end when the cues do not fit them", () => {
  expect(spansOf(STEPS, [cue("run", 60_000)], 120)).toEqual([
    { kind: "warmup-walk", from: 0, to: 60 },
    { kind: "run", from: 60, to: 75 },
    { kind: "walk", from: 75, to: 120 },
  ]);
});

it("leaves out steps that were not done", () => {
  const spans = spansOf([step("warmup-walk", 60), step("run", 0), step("walk", 30)], [], 90);
  expect(spans.map(({ kind }) => kind)).toEqual(["warmup-walk", "walk"]);
});
