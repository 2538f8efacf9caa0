import { expect, test } from "vitest";
import { startWatch } from "../../simulator/node/index.ts";
import { MORNING, PACKAGE_DIR } from "./simulated-play.ts";
import { SimulatedServer } from "./simulated-server.ts";

test.each([
  ["de-DE", "Willkommen", "Sync", "Warum"],
  ["es-ES", "Hola", "Sync", "Por qué"],
  ["fr-FR", "Bienvenue", "Sync", "Pourquoi"],
  ["zh-CN", "欢迎", "同步", "原因"],
])("%s: the package greets, and its menus speak, in the watch's language", async (language, welcome, sync, why) => {
  const options = { packageDir: PACKAGE_DIR, variant: "round-416", fetch: new SimulatedServer().fetch };
  const watch = await startWatch({ ...options, clockStartMs: MORNING, language });
  await watch.clock.advance(1_000);
  expect(watch.screen().texts[0]).toBe(welcome);
  const [more = "", ...others] = watch.screen().buttons;
  expect(others).toEqual([sync]);
  await watch.tap(more);
  await watch.clock.advance(100);
  expect(watch.screen().buttons[0]).toBe(why);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});
