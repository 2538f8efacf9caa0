import { expect, test } from "vitest";
import { memoryStore } from "../../simulator/host/store.ts";
import { Cloud, planOf } from "./cloud.ts";
import { answer, open, pair, sessionOf, started } from "./journey.ts";

async function synced(cloud: Cloud, store = memoryStore()) {
  const watch = await open(cloud, { store });
  await watch.clock.advance(1_000);
  await pair(watch, cloud);
  await watch.light(true);
  await answer(watch, "Sync");
  await watch.clock.advance(5_000);
  return watch;
}

test("a battery that may not last is said before the start, as an estimate, with a walk that fits", async () => {
  const cloud = new Cloud(planOf(9, "2026-11-20"));
  const watch = await synced(cloud);
  watch.device.hardware.batteryPct = 7;
  await answer(watch, "Start");
  await watch.clock.advance(100);
  const said = watch.screen().texts.join(" ");
  expect(said).toContain("Battery 7 %");
  expect(said).toContain("By our estimate it lasts for about 16 min. This session takes 28 min.");
  await answer(watch, "Done");
  expect(watch.screen().buttons).toEqual(["Walk 15 min", "Start anyway", "Later"]);
  await answer(watch, "Walk 15 min", "1", "0", "I feel well");
  await watch.clock.advance(100);
  await answer(watch, "End", "Other reason");
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await answer(watch, "1", "0", "1", "0", "2", "No", "Save");
  await watch.clock.advance(6_000);
  expect(sessionOf(cloud).data.level).toBe(2);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("what may be told after a session goes with its record, and none of it has to be", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const watch = await started(cloud);
  await answer(watch, "End", "Too hard", "Done");
  await watch.clock.advance(100);
  await answer(watch, "1", "0", "1", "0", "2", "No", "Tell more", "Stiffness", "3", "Ground", "Trail");
  expect(watch.screen().buttons).toEqual(["Stiffness: 3", "Energy", "Ground: Trail", "Done"]);
  await answer(watch, "Done", "Save");
  await watch.clock.advance(6_000);
  const { scores, surface } = sessionOf(cloud).data;
  expect(scores).toMatchObject({ rpe: 2, stiffness: 3 });
  expect(scores.energy ?? null).toBeNull();
  expect(surface).toBe("trail");
  await watch.stop();
});

test("a damaged piece of a session is said once, after it; the session is filed all the same", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(65_000);
  await watch.kill();
  const { files } = watch.device.hardware;
  const bytes = files.read("session.log") ?? new Uint8Array();
  const place = Math.floor(bytes.length * 0.7);
  files.write(
    "session.log",
    bytes.map((byte, index) => (index === place ? byte ^ 1 : byte)),
  );
  await watch.boot();
  await watch.clock.advance(1_000);
  expect(watch.screen().page).toBe("page/session");
  await answer(watch, "End", "Too hard", "Done");
  await watch.clock.advance(100);
  expect(watch.screen().texts.join(" ")).toContain("A piece of your last session could not be read.");
  await answer(watch, "Done", "1", "0", "1", "0", "2", "No", "Save");
  await watch.clock.advance(6_000);
  expect(sessionOf(cloud).data.outcome).toBe("ended-early");
  await answer(watch, "Done");
  await watch.clock.advance(1_000);
  expect(watch.screen().texts.join(" ")).not.toContain("could not be read");
  await watch.stop();
});
