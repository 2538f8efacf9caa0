import { expect, test } from "vitest";
import { play } from "./campaign/run.ts";
import { schedule } from "./campaign/schedules.ts";

test("drop, double, reorder, delay and kill between watch, phone and cloud: each record arrives once, unchanged", async () => {
  const { failures } = await play("schedules", 1, 100, schedule);
  expect(failures).toEqual([]);
}, 180_000);
