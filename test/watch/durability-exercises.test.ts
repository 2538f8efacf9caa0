import { expect, test } from "vitest";
import { darkExercises } from "./campaign/cues.ts";
import { exercisesInterrupted } from "./campaign/kills.ts";
import { exercisePlan } from "./campaign/plans.ts";
import { play } from "./campaign/run.ts";
import { everyWrite } from "./campaign/writes.ts";

test("cut off at writes of a session with exercises before and after: one record, whole, no cue twice", async () => {
  const { failures, cases } = await everyWrite(1, 1 / 6, exercisePlan);
  expect(cases).toBeGreaterThan(12);
  expect(failures).toEqual([]);
}, 180_000);

test("killed at random points, in the exercises too: the right one, its side, its time or repetition", async () => {
  const { failures } = await play("interrupted", 1, 8, exercisesInterrupted);
  expect(failures).toEqual([]);
}, 180_000);

test("the screen off in the exercises: every change by alarm within its tolerance", async () => {
  const { failures } = await play("dark screen", 1, 5, darkExercises);
  expect(failures).toEqual([]);
}, 180_000);
