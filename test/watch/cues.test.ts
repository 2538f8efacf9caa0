import { expect, test } from "vitest";
import { FEEL, felt, MINUTE, pairedWatch, SECOND, startSession } from "./simulated-play.ts";

test("each cue is felt by its name; what is chosen is obeyed at once and reaches the profile", async () => {
  const { watch, server } = await pairedWatch();
  await watch.tap("More");
  await watch.clock.until(() => watch.screen().page === "page/more", SECOND);
  await watch.tap("Feel the cues");
  await watch.clock.until(() => watch.screen().page === "page/cues", SECOND);
  const names: string[] = [];
  const feelings = new Set<string>();
  for (let turn = 0; turn < 12; turn += 1) {
    const from = watch.clock.now();
    names.push(watch.screen().texts[0] ?? "");
    await watch.tap("Feel");
    await watch.clock.advance(4 * SECOND);
    feelings.add(
      felt(watch, from)
        .map(([, name]) => name)
        .join(),
    );
    if (names[turn] === "Run") {
      await watch.tap("Earlier");
      await watch.tap("Earlier");
      expect(watch.screen().texts).toContain("Normal · 2 s early");
    }
    if (names[turn] === "Core") for (const _ of [1, 2]) await watch.tap("Strength");
    await watch.tap(turn === 11 ? "Done" : "Next");
  }
  expect(names).toContain("You are here");
  expect(new Set(names).size).toBe(12);
  expect(feelings.size).toBe(12);
  await watch.clock.until(() => watch.screen().page === "page/more", SECOND);
  await watch.tap("Home");
  await watch.clock.advance(15 * SECOND);
  const [changed] = server.stored.filter(({ type }) => type === "profile.changed.v1");
  expect(changed?.data).toEqual({
    cues: {
      run: { muted: false, strength: "normal", leadS: 2 },
      core: { muted: true, strength: "normal", leadS: 0 },
    },
  });
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a cue muted on the watch is not given in the next session, without any network", async () => {
  const { watch } = await pairedWatch();
  await watch.link(false);
  await watch.tap("More");
  await watch.clock.until(() => watch.screen().page === "page/more", SECOND);
  await watch.tap("Feel the cues");
  await watch.clock.until(() => watch.screen().page === "page/cues", SECOND);
  for (const _ of [1, 2, 3, 4]) await watch.tap("Next");
  expect(watch.screen().texts).toContain("10-s warning");
  for (const _ of [1, 2]) await watch.tap("Strength");
  expect(watch.screen().texts).toContain("Off");
  await watch.swipe("RIGHT");
  await watch.clock.until(() => watch.screen().page === "page/more", SECOND);
  await watch.tap("Home");
  await watch.clock.until(() => watch.screen().page === "page/home", SECOND);
  const start = await startSession(watch);
  await watch.clock.advance(8 * MINUTE);
  const names = felt(watch, start).map(([, name]) => name);
  expect(names).toContain(FEEL.run);
  expect(names).not.toContain(FEEL.warning);
  await watch.stop();
});
