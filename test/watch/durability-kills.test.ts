import { expect, test } from "vitest";
import { interrupted } from "./campaign/kills.ts";
import { play } from "./campaign/run.ts";
import { damaged, everyWrite } from "./campaign/writes.ts";

test("killed at random points of random sessions: the right step, no cue twice, one record", async () => {
  const { failures } = await play("interrupted", 1, 50, interrupted);
  expect(failures).toEqual([]);
}, 180_000);

test("killed at writes from the start to the last acknowledgement, whole or torn: nothing lost, nothing doubled", async () => {
  const { failures, cases } = await everyWrite(1);
  expect(cases).toBeGreaterThan(40);
  expect(failures).toEqual([]);
}, 180_000);

test("a damaged journal loses at most one entry", async () => {
  const { failures } = await play("damaged", 1, 20, damaged);
  expect(failures).toEqual([]);
}, 180_000);
