import { expect, it } from "vitest";
import { isAlive, lifeOf } from "./process.ts";

it("a process is alive by its number, and no longer when the number has gone to another", () => {
  expect([isAlive(process.pid), isAlive(process.pid, lifeOf(process.pid)), isAlive(process.ppid)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([isAlive(0), isAlive(Number.NaN), isAlive(4_194_305)]).toEqual([false, false, false]);
  expect(isAlive(process.ppid, "of another run of the computer/1234")).toBe(false);
});

it.runIf(process.platform === "linux")("two processes have two lives", () => {
  expect(lifeOf(process.pid)).toMatch(/^[0-9a-f-]{36}\/\d+$/);
  expect(lifeOf(process.pid)).not.toBe(lifeOf(1));
});
