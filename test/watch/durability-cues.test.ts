import { expect, test } from "vitest";
import { darkScreen, heldScreen } from "./campaign/cues.ts";
import { play } from "./campaign/run.ts";

test("three hours with timers that drift and stumble: every cue once, none missed, none late by more than its tick", async () => {
  const { failures } = await play("held screen", 1, 1, heldScreen);
  expect(failures).toEqual([]);
}, 180_000);

test("the screen off for a whole session: every change by alarm within its tolerance, and the ledger says so", async () => {
  const { failures } = await play("dark screen", 1, 20, darkScreen);
  expect(failures).toEqual([]);
}, 180_000);
