import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays } from "../../core/calendar/calendar.ts";
import { lifeLog } from "../../core/plan/life.arbitrary.ts";
import { anyLog } from "../../core/progress/history.arbitrary.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { answer } from "./bundled.ts";
import { type OldEngine, startOldEngine } from "./quickjs.ts";

const HISTORIES = 300;

let engine: OldEngine;
beforeAll(async () => {
  engine = await startOldEngine("test/plan/bundled.ts");
});
afterAll(() => engine.stop());

const question = fc
  .tuple(
    fc.oneof(anyLog, lifeLog(30)),
    fc.nat({ max: 30 }),
    fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([events, weeks, later]) => {
    const last = events.map(subjectDate).sort().pop() ?? "2026-01-01";
    return JSON.stringify({ events, weeks, dates: later.map((days) => addDays(last, days)) });
  });

it("the engine has nothing newer than the watch's", () => {
  expect(engine.has("Array.prototype.map")).toBe(true);
  for (const name of ["Array.prototype.at", "String.prototype.replaceAll", "Object.hasOwn"]) {
    expect(engine.has(name), name).toBe(false);
  }
  for (const name of ["globalThis.WeakRef", "globalThis.Intl", "globalThis.structuredClone", "Promise.any"]) {
    expect(engine.has(name), name).toBe(false);
  }
});

it("the same history gives the same checkpoint and the same plans, byte for byte", { timeout: 120_000 }, () => {
  let compared = 0;
  for (const text of fc.sample(question, { numRuns: HISTORIES, seed: 20261122 })) {
    const here = answer(text);
    const there = engine.call("answer", text);
    if (here !== there) expect({ text, there }).toEqual({ text, there: here });
    compared += 1;
  }
  expect(compared).toBe(HISTORIES);
});
