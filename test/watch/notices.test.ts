import { expect, test } from "vitest";
import type { StartOptions } from "../../simulator/node/index.ts";
import { Cloud, planOf } from "./cloud.ts";
import { answer, open, pair, sessionOf, started, told } from "./journey.ts";

const HOUR = 3_600_000;

async function synced(cloud: Cloud, options: Partial<StartOptions> = {}) {
  const watch = await open(cloud, options);
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
  await told(watch, "1", "0", "1", "0", "2", "No");
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
  await answer(watch, "Different", "1", "0", "1", "0", "2", "No", "Tell more", "Stiffness", "3", "Ground", "Trail");
  expect(watch.screen().buttons).toEqual(["Stiffness: 3", "Energy", "Ground: Trail", "Done"]);
  await answer(watch, "Done", "Done");
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
  await answer(watch, "Done");
  await told(watch, "1", "0", "1", "0", "2", "No");
  await watch.clock.advance(6_000);
  expect(sessionOf(cloud).data.outcome).toBe("ended-early");
  await answer(watch, "Done");
  await watch.clock.advance(1_000);
  expect(watch.screen().texts.join(" ")).not.toContain("could not be read");
  await watch.stop();
});

test("the watch calls to a planned session once a day, by the plan that holds; a missed day is met without blame", async () => {
  const cloud = new Cloud({ ...planOf(5, "2026-11-21"), startLocal: "08:00" });
  const watch = await synced(cloud, { realNow: () => Date.UTC(2026, 11, 24) });
  const called = (): string[] => watch.events.map(({ text }) => text).filter((text) => text.includes("Your session"));
  await watch.clock.advance(20 * HOUR);
  expect(called()).toEqual([]);
  await watch.kill();
  await watch.reboot();
  await watch.clock.advance(12 * HOUR);
  expect(called()).toEqual(["Notification: Your session today — 24 min · 6 × 0:15"]);
  await watch.clock.advance(24 * HOUR);
  expect(called()).toHaveLength(2);
  // Another plan comes: the alarm of the old one is gone, the new one is not due today.
  cloud.plan = { ...planOf(6, "2026-11-25"), rev: 9, startLocal: "08:00" };
  await watch.boot();
  await watch.clock.advance(1_000);
  await answer(watch, "Sync");
  await watch.clock.advance(24 * HOUR);
  expect(called()).toHaveLength(2);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("what is chosen on the phone is kept there, reaches the log once, and the watch obeys it", async () => {
  const cloud = new Cloud({ ...planOf(5, "2026-11-21"), startLocal: "08:00" });
  const watch = await synced(cloud, { realNow: () => Date.UTC(2026, 11, 24) });
  const shown = async (): Promise<string> => (await watch.phone.settings()).join(" | ");
  cloud.up = false;
  await watch.phone.press("Units: kilometres");
  await watch.phone.press("Cue: Run");
  await watch.phone.press("How it comes: One strength only");
  await watch.phone.press("Call to a planned session: on");
  await watch.phone.press("Sound with the cues, where the watch has a speaker: off");
  expect(await shown()).toMatch(/Units: miles .*How it comes: Off/);
  cloud.up = true;
  await watch.light(true);
  await answer(watch, "Sync");
  await watch.clock.advance(15_000);
  const changes = [...cloud.log.values()].filter(({ type }) => type === "profile.changed.v1");
  expect(changes.map(({ data }) => data)).toEqual([
    { units: "imperial", cues: { walk: { muted: true, strength: "normal", leadS: 0 } } },
  ]);
  expect(await shown()).toMatch(/Last syncs \| .*Paired and in sync/);
  await watch.clock.advance(48 * HOUR);
  expect(watch.events.filter(({ text }) => text.includes("Your session"))).toEqual([]);
  await watch.boot();
  await watch.clock.advance(1_000);
  await answer(watch, "More");
  await watch.clock.advance(100);
  await answer(watch, "Feel the cues");
  await watch.clock.advance(100);
  expect(watch.events.filter(({ text }) => text.startsWith("Sound"))).toEqual([]);
  await answer(watch, "Feel");
  expect(watch.events.map(({ text }) => text)).toContain("Sound REMIND_1");
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("what is on the watch only is said before anybody reinstalls, on the phone and behind More", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const watch = await started(cloud);
  cloud.up = false;
  await answer(watch, "End", "Too hard", "Done");
  await watch.clock.advance(100);
  await told(watch, "1", "0", "1", "0", "2", "No");
  await watch.clock.advance(20_000);
  expect((await watch.phone.settings()).join(" ")).toContain("Sync first: 2 records are only on the watch.");
  expect((await watch.phone.settings()).join(" ")).toContain("No Backstride answers at this address.");
  await watch.light(true);
  await answer(watch, "Done");
  await watch.clock.advance(20_000);
  await answer(watch, "More");
  await watch.clock.advance(100);
  await answer(watch, "Why");
  await watch.clock.advance(100);
  let said = watch.screen().texts.join(" ");
  while (watch.screen().buttons.includes("More")) {
    await answer(watch, "More");
    said += ` ${watch.screen().texts.join(" ")}`;
  }
  expect(said).toContain("2 records are only on this watch.");
  await watch.stop();
});
