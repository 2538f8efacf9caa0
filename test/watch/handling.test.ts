import { expect, test } from "vitest";
import { memoryStore } from "../../simulator/host/store.ts";
import { updatedPackage } from "./build.ts";
import { Cloud, planOf } from "./cloud.ts";
import { answer, open, ready, sessionOf, started, told } from "./journey.ts";

test("with wet fingers: keys pause, go on, ask whether to end and end; the crown leaves only from a pause", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.press("BACK");
  await watch.press("HOME");
  expect(watch.screen().texts).toContain("Paused");
  await watch.press("SELECT");
  expect(watch.screen().buttons).toContain("Pause");
  await watch.press("DOWN");
  expect(watch.screen().texts).toContain("End here? Why?");
  await watch.press("SELECT");
  expect(watch.screen().buttons).toContain("Pause");
  await answer(watch, "Pain");
  await watch.press("SELECT");
  await watch.press("DOWN");
  expect(watch.screen().buttons).toContain("Back or leg");
  await answer(watch, "Go on");
  await watch.press("SHORTCUT");
  await watch.press("SHORTCUT", true);
  expect(watch.screen().texts).toContain("End here? Why?");
  await watch.press("HOME");
  await watch.press("HOME");
  await watch.press("HOME");
  expect(watch.screen().page).toBeNull();
  await watch.boot();
  await watch.clock.advance(1_000);
  await watch.press("DOWN");
  await watch.press("DOWN");
  expect(watch.screen().texts).toContain("Well done");
  await watch.press("SELECT");
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await told(watch, "1", "0", "1", "0", "2", "No");
  await watch.clock.advance(6_000);
  expect(sessionOf(cloud).data).toMatchObject({ outcome: "ended-early", reason: "external" });
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("an update of the app keeps what was not sent and the session under way", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const store = memoryStore();
  const watch = await started(cloud, { store });
  await watch.link(false);
  await watch.clock.advance(320_000);
  const clockStartMs = watch.clock.now() + 30_000;
  await watch.stop();
  const newer = updatedPackage();
  const updated = await open(cloud, { store, packageDir: newer.folder, clockStartMs });
  await updated.clock.advance(1_000);
  expect(updated.device.hardware.loaded.appJson.app.version).toMatchObject({ code: newer.code });
  expect(updated.screen().page).toBe("page/session");
  await answer(updated, "End", "Other reason", "Done");
  await updated.clock.advance(100);
  await told(updated, "1", "0", "1", "0", "2", "No");
  await updated.clock.advance(15_000);
  expect([...cloud.log.values()].map(({ type }) => type).sort()).toEqual([
    "checkin.reported.v1",
    "session.recorded.v1",
  ]);
  expect(sessionOf(cloud).data.steps[0]).toMatchObject({ doneS: 300 });
  expect(updated.violations).toEqual([]);
  await updated.stop();
  newer.remove();
});

test("the back key leads to the question before and to the page before, and only from home out of the app", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await ready(cloud);
  await answer(watch, "Start");
  await watch.clock.advance(100);
  await answer(watch, "2");
  expect(watch.screen().texts.join(" ")).toContain("Leg or foot now");
  await watch.press("BACK");
  expect(watch.screen().texts.join(" ")).toContain("Back pain now");
  await watch.press("BACK");
  expect(watch.screen().buttons).toContain("Start");
  for (const page of ["Why", "Feel the cues", "Morning check-in"]) {
    await answer(watch, "More");
    await watch.clock.advance(100);
    await answer(watch, page);
    await watch.clock.advance(100);
    await watch.press("BACK");
    await watch.clock.advance(100);
    if (watch.screen().page === "page/more") await watch.press("BACK");
    expect(watch.screen().buttons, page).toContain("Start");
  }
  await watch.link(false);
  await watch.press("BACK");
  expect(watch.screen().page).toBeNull();
  expect(watch.events.filter(({ kind }) => kind === "error")).toEqual([]);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});
