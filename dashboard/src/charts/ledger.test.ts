import { expect, it } from "vitest";
import type { LedgerCue } from "../../../core/contract/session.ts";
import { lateBy, summariseLedger } from "./ledger.ts";

const fired = (dueMs: number, firedMs: number): LedgerCue => ({
  kind: "run",
  dueMs,
  firedMs,
  state: "fired",
  tier: "held",
});
const unknown: LedgerCue = { kind: "walk", dueMs: 500, firedMs: 600, state: "unknown", tier: "held" };
const dropped: LedgerCue = { kind: "core", dueMs: 900, firedMs: null, state: "dropped", tier: null };

it("says how late the latest of the fired cues was", () => {
  const cues = [fired(1000, 1100), fired(2000, 2900), fired(3000, 3010), unknown, dropped];
  expect(summariseLedger(cues)).toEqual({ all: 5, fired: 3, worstMs: 900 });
});

it("does not count a cue that may not have fired", () => {
  expect(lateBy(unknown)).toBeNull();
  expect(summariseLedger([unknown, dropped])).toEqual({ all: 2, fired: 0, worstMs: null });
});
