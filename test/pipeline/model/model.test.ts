import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PIPELINE_MUTANTS } from "./mutants.ts";
import { everyLife } from "./property.ts";

/** `npm run campaign -- pipeline` lives very many more of these lives. */
const LIVES = 100;

describe("whatever is told, sent twice, not answered, crashed, replayed or rung in a life of some weeks", () => {
  it("stores what was taken, folds it, plans from it, and says each reminder once", async () => {
    await fc.assert(everyLife(), { numRuns: LIVES });
  });
});

describe("a pipeline that is broken on purpose is caught", () => {
  it.each(Object.entries(PIPELINE_MUTANTS))("%s", async (_name, { lies, law }) => {
    const outcome = await fc.check(everyLife(lies), { numRuns: 1000, seed: 20261124, endOnFailure: true });
    expect(String(outcome.errorInstance)).toMatch(law);
  });
});
