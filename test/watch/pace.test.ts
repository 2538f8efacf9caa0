import { expect, test } from "vitest";
import { FEEL, felt, MINUTE, pairedWatch, SECOND, startSession } from "./simulated-play.ts";

test("pain is answered by degrees: ease off cuts this run, the next one comes as planned", async () => {
  const { watch } = await pairedWatch();
  const start = await startSession(watch);
  await watch.clock.advance(305 * SECOND);
  await watch.tap("Pain");
  for (const tap of ["Back or leg", "3", "0", "Ease off"]) await watch.tap(tap);
  expect(watch.screen().texts[0]).toBe("Walk");
  await watch.clock.advance(3 * MINUTE);
  const runs = felt(watch, start).filter(([, name]) => name === FEEL.run);
  expect(runs).toHaveLength(2);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a paused session offers more: the part once more, and a longer walk", async () => {
  const { watch } = await pairedWatch();
  await startSession(watch);
  await watch.clock.advance(100 * SECOND);
  await watch.tap("Pause");
  await watch.tap("More");
  expect(watch.screen().buttons).toEqual(["Pain", "Repeat this part", "Walk 1 min longer", "Go on"]);
  await watch.tap("Walk 1 min longer");
  expect(watch.screen().texts).toContain("4:20");
  await watch.tap("Pause");
  await watch.tap("More");
  await watch.tap("Repeat this part");
  expect(watch.screen().texts).toContain("5:00");
  await watch.clock.advance(305 * SECOND);
  await watch.tap("Pause");
  await watch.tap("More");
  expect(watch.screen().buttons).not.toContain("Walk 1 min longer");
  await watch.tap("Go on");
  expect(watch.screen().buttons).toContain("Pause");
  expect(watch.violations).toEqual([]);
  await watch.stop();
});
