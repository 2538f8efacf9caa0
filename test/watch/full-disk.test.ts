import { expect, test } from "vitest";
import type { SimulatedWatch } from "../../simulator/node/index.ts";
import { Cloud, planOf } from "./cloud.ts";
import { answer, open, pair, sessionOf, started, told } from "./journey.ts";

const fill = (watch: SimulatedWatch, full = true): void => {
  watch.device.hardware.files.full = full;
};

async function ready(cloud: Cloud): Promise<SimulatedWatch> {
  const watch = await open(cloud);
  await watch.clock.advance(1_000);
  await pair(watch, cloud);
  await watch.light(true);
  await watch.tap("Sync");
  await watch.clock.advance(5_000);
  return watch;
}

const textsOf = (watch: SimulatedWatch): string => watch.screen().texts.join(" ");

test("answers before a session that cannot be kept: it is said, and the rest they lead to holds", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await ready(cloud);
  fill(watch);
  await answer(watch, "Start");
  await watch.clock.advance(100);
  await answer(watch, "8", "0", "I feel well");
  expect(textsOf(watch)).toContain("Rest today");
  expect(textsOf(watch)).toContain("These answers did not fit any more. Today goes by them.");
  expect(watch.screen().buttons).toEqual(["Done"]);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("the same with a milder score: the session is eased, and the score is sent while the app is open", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await ready(cloud);
  fill(watch);
  await answer(watch, "Start");
  await watch.clock.advance(100);
  await answer(watch, "5", "0", "I feel well");
  expect(textsOf(watch)).toContain("Storage is full");
  await answer(watch, "Done");
  expect(watch.screen().buttons).toEqual(["Start", "Not today"]);
  await answer(watch, "Not today");
  await watch.clock.advance(10_000);
  expect([...cloud.log.values()].map(({ data }) => data)).toMatchObject([{ kind: "before", back: 5 }]);
  await watch.stop();
});

test("a warning sign on a full watch stops the session and locks; its record waits for room", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(20_000);
  fill(watch);
  await answer(watch, "Pain", "Chest, faint, numb");
  expect(textsOf(watch)).toContain("112");
  await answer(watch, "Done");
  await watch.clock.advance(1_000);
  expect(watch.screen().page).toBe("page/home");
  expect(watch.screen().buttons).not.toContain("Start");
  expect(textsOf(watch)).toContain("You stopped for a warning sign.");
  fill(watch, false);
  await answer(watch, "More");
  await watch.clock.advance(100);
  await answer(watch, "Home");
  await watch.clock.advance(10_000);
  expect(sessionOf(cloud).data).toMatchObject({ outcome: "stopped", reason: "red-flag" });
  expect(watch.screen().buttons).not.toContain("Start");
  await watch.kill();
  await watch.boot();
  await watch.clock.advance(1_000);
  expect(watch.screen().buttons).not.toContain("Start");
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("filled up in a session: its end and its answers hold from page to page, and are written when there is room", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(20_000);
  fill(watch);
  await answer(watch, "End", "Other reason", "Done");
  await watch.clock.advance(100);
  await told(watch, "1", "0", "1", "0", "2", "No");
  await watch.clock.advance(500);
  expect(textsOf(watch)).toContain("Storage is full");
  fill(watch, false);
  await answer(watch, "Done");
  await watch.clock.advance(15_000);
  expect(sessionOf(cloud).data).toMatchObject({ outcome: "ended-early", scores: { rpe: 2 } });
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a cue's strength that cannot be kept: it is said, and holds until the app is left", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await ready(cloud);
  fill(watch);
  await answer(watch, "More");
  await watch.clock.advance(100);
  await answer(watch, "Feel the cues");
  await watch.clock.advance(100);
  await answer(watch, "Strength");
  const chosen = textsOf(watch);
  await watch.swipe("RIGHT");
  expect(textsOf(watch)).toContain("Storage is full");
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await answer(watch, "Feel the cues");
  await watch.clock.advance(100);
  expect(textsOf(watch)).toBe(chosen);
  await watch.stop();
});

test("a plan that does not fit: the watch says so, and goes by it while the app is open", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await ready(cloud);
  fill(watch);
  cloud.plan = { ...planOf(0, "2026-11-20"), rev: 8, sentence: "An easy walk, to let it settle after all of this." };
  await answer(watch, "Sync");
  await watch.clock.advance(5_000);
  expect(textsOf(watch)).toContain("Watch storage full");
  expect(textsOf(watch)).toContain("5 min");
  await watch.stop();
});
