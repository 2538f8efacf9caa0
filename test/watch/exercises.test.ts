import { expect, test } from "vitest";
import { floorBlock, warmupBlock } from "../../core/blocks/blocks.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import type { SimulatedWatch, StartOptions } from "../../simulator/node/index.ts";
import { Cloud, planOf } from "./cloud.ts";
import { answer, sessionOf, started, told } from "./journey.ts";

const STEPS = [...warmupBlock({ brittle: false }), ...ladderSteps(0), ...floorBlock({ stage: 0, brittle: false })];

/** Long enough after waking for every exercise. */
const LATE = Date.UTC(2026, 10, 20, 9, 0, 0);

/** A walk of five minutes with its exercises, begun. */
async function begun(options: Partial<StartOptions> = {}): Promise<{ watch: SimulatedWatch; cloud: Cloud }> {
  const cloud = new Cloud({ ...planOf(0, "2026-11-20"), steps: STEPS });
  return { watch: await started(cloud, { clockStartMs: LATE, ...options }), cloud };
}

const over = (watch: SimulatedWatch) => watch.clock.until(() => watch.screen().buttons.includes("Done"), 1_200_000);

/** Through the questions after the walk, to what comes then. */
async function answered(watch: SimulatedWatch, ...answers: string[]): Promise<void> {
  await over(watch);
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await told(watch, ...answers);
  await watch.clock.advance(100);
}

test("exercises before and after the walk: named, cued, eased, skipped, and one record of it all", async () => {
  const { watch, cloud } = await begun();
  expect(watch.screen().texts).toEqual(expect.arrayContaining(["Ready", "Knee to chest", "On your back, one knee"]));
  await watch.clock.advance(12_000);
  expect(watch.screen().texts).toEqual(expect.arrayContaining(["Left", "Knee to chest", "0:13"]));
  await watch.clock.advance(9_000);
  expect(watch.screen().texts).toEqual(expect.arrayContaining(["Left", "Next Right"]));
  await watch.clock.advance(33_000);
  expect(watch.screen().texts).toEqual(expect.arrayContaining(["Stretch", "Cat-cow", "1/6"]));
  await answer(watch, "Easy");
  expect(watch.screen().texts).toContain("Standing, small range");
  expect(watch.screen().buttons).toContain("End");
  await answered(watch, "1", "0", "1", "0", "2", "No");
  expect(watch.screen().texts).toContain("Floor exercises now? 11 min");
  await answer(watch, "Start");
  await watch.clock.advance(25_000);
  expect(watch.screen().texts).toEqual(expect.arrayContaining(["Left", "Knee to chest"]));
  await answer(watch, "Skip", "Pause", "More", "Go on");
  await over(watch);
  expect(watch.screen().texts.join(" ")).toContain("That was everything for today.");
  await answer(watch, "Done");
  await watch.clock.advance(6_000);
  expect(watch.screen().page).toBe("page/summary");
  const { data } = sessionOf(cloud);
  expect(data).toMatchObject({ outcome: "completed", reason: null, scores: { rpe: 2 } });
  expect(data.steps.find(({ reps }) => reps === 6)).toMatchObject({ move: "cat-cow-easy", plannedS: 36, doneS: 36 });
  const floor = data.steps.slice(-25);
  expect(floor.filter(({ plannedS, doneS }) => plannedS !== doneS)).toHaveLength(1);
  const dropped = data.cues.filter(({ state }) => state !== "fired");
  expect(dropped).toEqual([]);
  expect(data.cues.filter(({ kind }) => kind === "done")).toHaveLength(2);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("soon after waking there is no knee to chest and cat-cow is done standing", async () => {
  const { watch } = await begun({ clockStartMs: Date.UTC(2026, 10, 20, 5, 40, 0) });
  expect(watch.screen().texts).toEqual(expect.arrayContaining(["Ready", "Cat-cow", "Standing, small range"]));
  await watch.stop();
});

test("declined, the floor leaves the session what it was", async () => {
  const { watch, cloud } = await begun();
  await answered(watch, "1", "0", "1", "0", "2", "No");
  await answer(watch, "Not today");
  await watch.clock.advance(6_000);
  const { data } = sessionOf(cloud);
  expect(data).toMatchObject({ outcome: "completed", reason: null });
  expect(data.steps.slice(-3).map(({ doneS }) => doneS)).toEqual([0, 0, 0]);
  await watch.stop();
});

test.each([
  ["a worst pain of 4", ["4", "0", "1", "0", "2", "No"]],
  ["pain below the knee", ["1", "0", "1", "0", "2", "Yes"]],
])("after %s the session is filed without an offer", async (_, answers) => {
  const { watch, cloud } = await begun();
  await answered(watch, ...answers);
  await watch.clock.advance(6_000);
  expect(watch.screen().page).toBe("page/summary");
  expect(sessionOf(cloud).data.outcome).toBe("completed");
  await watch.stop();
});

test("pain of 4 in an exercise leaves out the rest of the block, and the walk follows", async () => {
  const { watch } = await begun();
  await watch.clock.advance(15_000);
  await answer(watch, "Pain", "Back or leg", "4", "0");
  await watch.clock.advance(500);
  expect(watch.screen().texts).toContain("Warm-up");
  await watch.stop();
});

test("killed on the floor and at the offer: it goes on there, nothing is lost", async () => {
  const { watch, cloud } = await begun();
  await answered(watch, "1", "0", "1", "0", "2", "No");
  await watch.kill();
  await watch.boot();
  await watch.clock.advance(1_000);
  expect(watch.screen().texts).toContain("Floor exercises now? 11 min");
  await answer(watch, "Start");
  await watch.clock.advance(30_000);
  await watch.kill();
  await watch.clock.advance(5_000);
  await watch.boot();
  await watch.clock.advance(1_000);
  expect(watch.screen().texts).toEqual(expect.arrayContaining(["Left", "0:05", "You are here. On we go."]));
  await over(watch);
  await answer(watch, "Done");
  await watch.clock.advance(6_000);
  const { data } = sessionOf(cloud);
  expect(data.steps.map(({ doneS }) => doneS)).toEqual(data.steps.map(({ plannedS }) => plannedS));
  expect(watch.violations).toEqual([]);
  await watch.stop();
});
