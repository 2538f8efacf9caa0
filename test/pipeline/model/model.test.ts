import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { PIPELINE_MUTANTS } from "./mutants.ts";
import { everyDeparture, everyLife } from "./property.ts";

/** `npm run campaign -- pipeline` lives very many more of these lives. */
const LIVES = 50;
const DEPARTURES = 40;

beforeAll(() => {
  // What the functions say in their log.
  vi.spyOn(console, "log").mockImplementation(() => {});
});

describe("whatever is told, sent twice, not answered, crashed, replayed or rung in a life of some weeks", () => {
  it("stores what was taken, folds it, plans from it, and says each reminder once", { timeout: 120_000 }, async () => {
    await fc.assert(everyLife(), { numRuns: LIVES });
  });
});

describe("after an account is deleted, whatever is still on its way", () => {
  it("nothing is stored, planned or said any more", { timeout: 120_000 }, async () => {
    await fc.assert(everyDeparture, { numRuns: DEPARTURES });
  });
});

describe("a pipeline that is broken on purpose is caught", () => {
  it.each(Object.entries(PIPELINE_MUTANTS))("%s", { timeout: 120_000 }, async (_name, { lies, law }) => {
    const outcome = await fc.check(everyLife(lies), { numRuns: 1000, seed: 20261124, endOnFailure: true });
    expect(String(outcome.errorInstance)).toMatch(law);
  });
});
