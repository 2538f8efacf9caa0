import { describe, expect, it } from "vitest";
import { trackedPromise } from "./promise.ts";

const turn = () => new Promise((resolve) => void setImmediate(resolve));

function setUp() {
  const unhandled: unknown[] = [];
  const Tracked = trackedPromise(
    (reason) => unhandled.push(reason),
    (check) => void turn().then(check),
  );
  return { Tracked, unhandled };
}

describe("the promise of a watch realm", () => {
  it("tells of a rejection that nobody handles, instead of ending the process", async () => {
    const { Tracked, unhandled } = setUp();
    Tracked.reject("link lost").then(() => "never");
    await turn();
    await turn();
    expect(unhandled).toEqual(["link lost"]);
  });

  it("says nothing of one that somebody handles", async () => {
    const { Tracked, unhandled } = setUp();
    const handled = await new Tracked<string>((_, reject) => reject("link lost")).catch((reason) => `caught ${reason}`);
    await turn();
    await turn();
    expect(handled).toBe("caught link lost");
    expect(unhandled).toEqual([]);
  });

  it("chains and waits as any promise does", async () => {
    const { Tracked } = setUp();
    const sum = await Tracked.all([Tracked.resolve(1), 2]).then(([a, b]) => a + b);
    expect(sum).toBe(3);
  });
});
