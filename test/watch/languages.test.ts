import { expect, test } from "vitest";
import { startWatch } from "../../simulator/node/index.ts";
import { Cloud, planOf } from "./cloud.ts";
import { open } from "./journey.ts";
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

test("a plan is told in the watch's language, whatever language the cloud wrote it in", async () => {
  const rules = [{ id: "U.hold", inputs: { level: 5, streak: 1, needed: 2 } }];
  const cloud = new Cloud({ ...planOf(5, "2026-11-20"), rules, sentence: "Going well." });
  const watch = await open(cloud, { language: "de-DE" });
  await watch.clock.advance(1_000);
  await watch.phone.settings();
  await watch.phone.press("Diese Uhr koppeln");
  cloud.confirmed = true;
  await watch.clock.advance(7_000);
  await watch.tap("Sync");
  await watch.clock.advance(5_000);
  const said = watch.screen().texts.join(" ");
  expect(said).toContain("1 von 2 angenehmen Einheiten");
  expect(said).not.toContain("Going well.");
  await watch.tap("Mehr");
  await watch.clock.advance(100);
  await watch.tap("Warum");
  await watch.clock.advance(100);
  expect(watch.screen().texts.join(" ")).toContain("Stufe 5.");
  expect(watch.violations).toEqual([]);
  await watch.stop();
});
