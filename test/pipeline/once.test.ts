import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REAL } from "./cloud.ts";
import { MUTANTS } from "./mutants.ts";
import { everySchedule, holdsTheTotals, holdsTheTruth } from "./schedules.ts";

describe("whatever is repeated, reordered, interleaved or crashed between two accesses", () => {
  it("leaves one session each, folds as from zero, and the plan and alarm that follow from them", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(everySchedule(REAL, holdsTheTruth), { numRuns: 250 });
  });
});

describe("a tempting shortcut is caught", () => {
  it.each(Object.entries(MUTANTS))("%s", { timeout: 120_000 }, async (_name, { consumers, onlyTotals }) => {
    const property = everySchedule(consumers, onlyTotals ? holdsTheTotals : holdsTheTruth);
    const outcome = await fc.check(property, { numRuns: 3000, seed: 20261122, endOnFailure: true });
    expect(outcome.failed).toBe(true);
  });
});
