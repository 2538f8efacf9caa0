import { expect, it } from "vitest";
import { gathering, resending, type Send } from "./bus.ts";

const entries = ["a", "b", "c"].map((type) => ({ type, detail: {} }));
const noPause = async () => {};

/** A bus that takes what `answers` says, call by call, and notes what it was given. */
function bus(answers: readonly (readonly boolean[] | Error)[]) {
  const calls: string[] = [];
  const put: Send = async (given) => {
    const answer = answers[calls.length];
    calls.push(given.map(({ type }) => type).join(""));
    if (answer instanceof Error || answer === undefined) throw answer ?? new Error("no more answers");
    return [...answer];
  };
  return { put, calls };
}

it("sends once what is taken at once", async () => {
  const { put, calls } = bus([[true, true, true]]);
  expect(await resending(put, noPause)(entries)).toEqual([true, true, true]);
  expect(calls).toEqual(["abc"]);
});

it("sends only the entries again that were not taken", async () => {
  const { put, calls } = bus([[true, false, false], [false, true], [true]]);
  expect(await resending(put, noPause)(entries)).toEqual([true, true, true]);
  expect(calls).toEqual(["abc", "bc", "b"]);
});

it("gives up after two resends and says which entries the bus does not have", async () => {
  const { put, calls } = bus([[true, false, true], [false], [false]]);
  expect(await resending(put, noPause)(entries)).toEqual([true, false, true]);
  expect(calls).toEqual(["abc", "b", "b"]);
});

it("takes a bus that cannot be reached for one that took nothing", async () => {
  const { put } = bus([new Error("down"), [true, true, true]]);
  expect(await resending(put, noPause)(entries)).toEqual([true, true, true]);
});

it("sends what is emitted in one turn together, and tells each whether the bus has it", async () => {
  const { put, calls } = bus([[true, false], [true]]);
  const emit = gathering(put);
  expect(await Promise.all(entries.slice(0, 2).map(emit))).toEqual([true, false]);
  expect(await emit({ type: "c", detail: {} })).toBe(true);
  expect(calls).toEqual(["ab", "c"]);
});
