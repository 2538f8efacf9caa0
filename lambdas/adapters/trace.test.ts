import { expect, it } from "vitest";
import { currentTrace, traced, traceIdOf } from "./trace.ts";

it.each([
  ["the caller's own", { traceparent: `00-${"a1".repeat(16)}-${"b".repeat(16)}-01` }, "a1".repeat(16)],
  ["the gateway's", { "x-amzn-trace-id": "Root=1-67a-b;Parent=c;Sampled=1" }, "1-67a-b"],
  [
    "the request's, where a caller sends something else",
    { traceparent: '"}\n{"', "x-amzn-trace-id": "x\n" },
    "request",
  ],
  ["the request's, where nobody sends one", {}, "request"],
])("a request's trace is %s", (_name, headers, id) => {
  expect(traceIdOf(headers, "request")).toBe(id);
});

it("work keeps its own trace while other work runs beside it", async () => {
  const idAfterAWait = (traceId: string) =>
    traced({ traceId }, async () => {
      await new Promise((done) => setImmediate(done));
      return currentTrace().traceId;
    });
  expect(await Promise.all([idAfterAWait("a"), idAfterAWait("b")])).toEqual(["a", "b"]);
  expect(currentTrace().traceId).toBe("");
});
