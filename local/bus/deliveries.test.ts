import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Clock } from "../clock.ts";
import { noFaults } from "../faults.ts";
import type { FunctionRuntime } from "../functions/runtime.ts";
import { Guests } from "../guests.ts";
import type { DeadLetters } from "./dead-letters.ts";
import { Deliveries } from "./deliveries.ts";

let folder: string;
let clock: Clock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backstride-deliveries-"));
  clock = new Clock();
});
afterEach(() => {
  clock.stop();
  rmSync(folder, { recursive: true });
});

/** Calls with this payload go on for good; all others come back at once. */
const STAYS = `stays ${"x".repeat(200_000)}`;
const COMES_BACK = `comes back ${"x".repeat(200_000)}`;
const runtime = {
  specOf: () => ({}),
  invoke: (_: unknown, payload: string) =>
    payload.includes(STAYS) ? new Promise(() => {}) : Promise.resolve({ payload: "null" }),
} as unknown as FunctionRuntime;

const open = (path: string) =>
  Deliveries.open({
    path,
    clock,
    runtime,
    deadLetters: {} as DeadLetters,
    faults: noFaults(),
    guests: new Guests(),
    written: async () => {},
    onError: () => {},
    onLine: () => {},
  });

it("keeps on the disk what it accepted and nothing much besides, also in the moment in which its log is written anew", async () => {
  const path = join(folder, "bus.jsonl");
  const deliveries = await open(path);
  const batch = [COMES_BACK, COMES_BACK, COMES_BACK, STAYS];
  for (let number = 1; number <= 25; number += 1) {
    await deliveries.accept(batch.map((payload) => ({ functionArn: "arn", payload, deadLetter: null })));
    // The power goes now.
    const left = join(folder, "left.jsonl");
    cpSync(path, left);
    expect(readFileSync(left, "utf8").split('"stays').length - 1).toBe(number);
  }
  expect(statSync(path).size).toBeLessThan(15_000_000);
  await deliveries.close();
});
