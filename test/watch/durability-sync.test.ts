import { expect, test } from "vitest";
import { play } from "./campaign/run.ts";
import { schedule } from "./campaign/schedules.ts";

test("drop, double, reorder, delay and kill between watch, phone and cloud: each record arrives once, unchanged", async () => {
  const { failures } = await play("schedules", 1, 100, schedule);
  expect(failures).toEqual([]);
}, 180_000);

// The seeds of 10,000 in which the answer to a handshake reached an app that was opened after the one that had asked.
test.each([20262131, 20263480, 20271034])(
  "a late answer to a handshake does no harm (seed %d)",
  async (seed) => {
    expect(await schedule(seed)).toEqual([]);
  },
  30_000,
);
