import { expect, test } from "vitest";
import { Cloud, planOf } from "./cloud.ts";
import { answer, finish, open, pair, sessionOf, started } from "./journey.ts";

test("a red flag ends the session with one press, says what to do, asks nothing more and locks", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(20_000);
  await answer(watch, "Pain", "Chest, faint, numb");
  expect(watch.screen().texts.join(" ")).toMatch(/Stop now.*112/);
  await answer(watch, "Done");
  await watch.clock.advance(8_000);
  expect(sessionOf(cloud).data).toMatchObject({ outcome: "stopped", reason: "red-flag" });
  // The cloud's plan is still the one of before: the watch does not wait for it.
  expect(watch.screen()).toMatchObject({ page: "page/home", buttons: ["More", "Sync"] });
  expect(watch.screen().texts.join(" ")).toContain("You stopped for a warning sign.");
  await watch.kill();
  await watch.boot();
  await watch.clock.advance(1_000);
  expect(watch.screen().buttons).not.toContain("Start");
  cloud.plan = { ...planOf(5, "2026-11-23"), rev: 8, basis: [sessionOf(cloud).data.sessionId] };
  await answer(watch, "Sync");
  await watch.clock.advance(8_000);
  expect(watch.screen().buttons.join(" ")).toContain("Start");
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a heart that stays high is eased, and has longer walks before the runs", async () => {
  const cloud = new Cloud(planOf(12, "2026-11-20"));
  cloud.heartRate = { restingBpm: 60, maxBpm: 160, reliable: true };
  const rows = Array.from({ length: 4_000 }, (_, second) => `${second},150,140,2.0,${second * 2}`);
  const csv = ["t_s,heart_rate_bpm,cadence_spm,speed_mps,distance_m", ...rows].join("\n");
  const watch = await started(cloud, { csv });
  await watch.clock.until(() => watch.screen().texts.includes("Well done"), 3_000_000);
  await finish(watch, "0", "0", "0", "0", "6", "No");
  const { data } = sessionOf(cloud);
  expect(data.cues.filter(({ kind }) => kind === "ease-off")).toHaveLength(8);
  expect(data.steps[0]).toMatchObject({ plannedS: 300, doneS: 360 });
  expect(data.steps[2]).toMatchObject({ kind: "walk", plannedS: 90, doneS: 150 });
  expect(data).toMatchObject({ outcome: "completed", effortHr: { aboveHrr85Pct: 100, reliable: true } });
  await watch.stop();
});

test("the day after a run the watch offers a walk, whatever an old plan says", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(320_000);
  await answer(watch, "End", "Other reason");
  await finish(watch, "0", "0", "0", "0", "2", "No");
  await answer(watch, "Done");
  await watch.clock.advance(1_000);
  expect(watch.screen().buttons).toContain("Start a walk");
  await answer(watch, "Start a walk");
  await watch.clock.advance(100);
  await answer(watch, "1", "0", "I feel well");
  await watch.clock.advance(1_000);
  expect(watch.screen()).toMatchObject({ page: "page/session" });
  await watch.clock.advance(241_000);
  expect(watch.screen().texts).toContain("Walk");
  await watch.stop();
});

test("pain on the way: mild pain walks on without running, strong pain ends it", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(303_000);
  await answer(watch, "Pain", "Back or leg", "4", "0", "Walk only");
  await watch.clock.advance(500);
  expect(watch.screen().texts).toContain("Walk");
  await watch.clock.advance(150_000);
  expect(watch.screen().texts).not.toContain("Run");
  await answer(watch, "Pain", "Back or leg", "6", "0");
  expect(watch.screen().texts).toContain("Stop running");
  await finish(watch, "4", "0", "3", "0", "4", "No");
  expect(sessionOf(cloud).data).toMatchObject({
    outcome: "stopped",
    reason: "pain",
    scores: { worst: { back: 6, leg: 0 } },
  });
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("sharp pain or limping ends the running with one press and leads home", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(303_000);
  await answer(watch, "Pain", "Sharp, or I limp");
  expect(watch.screen().texts.join(" ")).toMatch(/Stop running.*Walk home gently/);
  await finish(watch, "3", "0", "2", "0", "4", "No");
  expect(sessionOf(cloud).data).toMatchObject({ outcome: "stopped", reason: "pain" });
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a bad day rests: the answers are sent, no session is begun", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await open(cloud);
  await watch.clock.advance(1_000);
  await pair(watch, cloud);
  await watch.light(true);
  await answer(watch, "Sync");
  await watch.clock.advance(5_000);
  await answer(watch, "Start");
  await watch.clock.advance(100);
  await answer(watch, "8", "0", "I feel well");
  expect(watch.screen().texts).toContain("Rest today");
  await answer(watch, "Done");
  await watch.clock.advance(8_000);
  const [checkin] = [...cloud.log.values()];
  expect(checkin).toMatchObject({ type: "checkin.reported.v1", data: { kind: "before", back: 8, unwell: false } });
  await watch.stop();
});
