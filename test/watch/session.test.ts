import { expect, test } from "vitest";
import { decodeTrace } from "../../core/trace/trace.ts";
import { memoryStore } from "../../simulator/host/store.ts";
import { Cloud, planOf } from "./cloud.ts";
import { answer, finish, sessionOf, started, told } from "./journey.ts";

test("a level-5 session from pairing to the acknowledged record", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  expect(watch.screen().buttons).toEqual(["Pause", "Skip", "Pain", "End"]);
  await watch.clock.until(() => watch.screen().texts.includes("Well done"), 1_600_000);
  await watch.clock.advance(3_000);
  await finish(watch, "3", "1", "2", "1", "4", "No");
  expect(watch.screen().texts.join(" ")).toContain("All in sync");
  const { data, source, localDate } = sessionOf(cloud);
  expect({ source, localDate }).toEqual({ source: "simulator", localDate: "2026-11-20" });
  expect(data).toMatchObject({
    planId: "01930000-0000-7000-8000-0000000000aa",
    level: 5,
    outcome: "completed",
    reason: null,
    scores: {
      before: { back: 2, leg: 1 },
      worst: { back: 3, leg: 1 },
      after: { back: 2, leg: 1 },
      rpe: 4,
      legSymptoms: false,
    },
  });
  expect(data.steps.map(({ doneS }) => doneS)).toEqual(data.steps.map(({ plannedS }) => plannedS));
  const heard = data.cues.filter(({ state }) => state === "fired");
  expect(heard.filter(({ kind }) => kind === "run")).toHaveLength(6);
  expect(heard.every(({ dueMs, firedMs }) => firedMs !== null && firedMs - dueMs < 1_000)).toBe(true);
  expect(data.cues.filter(({ state }) => state !== "fired")).toEqual([]);
  expect(decodeTrace(data.trace?.hr ?? "").filter((bpm) => bpm > 60).length).toBeGreaterThan(200);
  expect(Math.max(...decodeTrace(data.trace?.cadence ?? ""))).toBeGreaterThan(90);
  expect([...cloud.log.values()].map(({ type }) => type).sort()).toEqual([
    "checkin.reported.v1",
    "session.recorded.v1",
  ]);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("three taps tell that all stayed as before, at both sites; they save, and it leads on by itself", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const watch = await started(cloud);
  await answer(watch, "End", "Other reason", "Done");
  await watch.clock.advance(100);
  expect(watch.screen().texts).toContain("Before: back 2, leg 1. The same all the way, and now?");
  await answer(watch, "As before", "4");
  expect(watch.screen().texts).toContain("New pain or tingling from back to below the knee?");
  await answer(watch, "No");
  expect(watch.screen().texts).toContain("Saved. Worst pain 2, now 2, effort 4");
  await watch.clock.advance(15_000);
  const same = { back: 2, leg: 1 };
  const scores = { before: same, worst: same, after: same, rpe: 4, legSymptoms: false };
  expect(sessionOf(cloud).data.scores).toMatchObject(scores);
  await watch.stop();
});

test("what was saved can be changed; the last answers count, once", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const watch = await started(cloud);
  await answer(watch, "End", "Other reason", "Done");
  await watch.clock.advance(100);
  await answer(watch, "As before", "4", "No", "Change");
  await watch.clock.advance(10_000);
  await told(watch, "5", "1", "4", "1", "6", "Yes");
  await watch.clock.advance(6_000);
  const { scores } = sessionOf(cloud).data;
  expect(scores).toMatchObject({ worst: { back: 5, leg: 1 }, after: { back: 4, leg: 1 }, rpe: 6, legSymptoms: true });
  await watch.stop();
});

test("killed right after the last tap, the answers are there", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const watch = await started(cloud);
  await answer(watch, "End", "Other reason", "Done");
  await watch.clock.advance(100);
  await answer(watch, "As before", "4", "Yes");
  await watch.kill();
  await watch.boot();
  await watch.clock.advance(10_000);
  expect(sessionOf(cloud).data.scores).toMatchObject({ worst: { back: 2, leg: 1 }, rpe: 4, legSymptoms: true });
  await watch.stop();
});

test("whoever told pain on the way is asked for each score", async () => {
  const watch = await started(new Cloud(planOf(0, "2026-11-20")));
  await answer(watch, "Pain", "Back or leg", "4", "1", "End", "Done");
  await watch.clock.advance(100);
  expect(watch.screen().texts).toContain("Worst back pain?");
  await watch.stop();
});

test("killed in a run and opened again, the session goes on at the right step", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(305_000);
  expect(watch.screen().texts).toContain("Run");
  await watch.kill();
  await watch.clock.advance(40_000);
  await watch.boot();
  await watch.clock.advance(1_000);
  expect(watch.screen()).toMatchObject({ page: "page/session" });
  expect(watch.screen().texts).toContain("Walk");
  await answer(watch, "End", "Other reason");
  await finish(watch, "0", "0", "0", "0", "2", "No");
  const { data } = sessionOf(cloud);
  expect(data).toMatchObject({ outcome: "ended-early", reason: "external" });
  expect(data.steps[1]).toMatchObject({ kind: "run", doneS: 15 });
  expect(data.cues.filter(({ kind, firedMs }) => kind === "run" && firedMs !== null)).toHaveLength(1);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("with the screen dark and the page gone the alarm gives the changes", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(280_000);
  await watch.light(false);
  await watch.clock.advance(60_000);
  expect(watch.screen().page).toBeNull();
  await watch.light(true);
  await watch.clock.advance(1_000);
  expect(watch.screen()).toMatchObject({ page: "page/session" });
  await watch.clock.until(() => watch.screen().texts.includes("Well done"), 1_600_000);
  await finish(watch, "0", "0", "0", "0", "2", "No");
  const { cues } = sessionOf(cloud).data;
  const byAlarm = cues.filter(({ tier }) => tier === "alarm");
  expect(byAlarm.map(({ kind }) => kind)).toEqual(["run", "walk"]);
  for (const { dueMs, firedMs } of byAlarm) expect((firedMs ?? 0) - dueMs).toBeLessThanOrEqual(5_000);
  expect(cues.filter(({ kind }) => kind === "run")).toHaveLength(6);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a pause holds the session; after five minutes the screen may go dark, and nothing is lost", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(100_000);
  await answer(watch, "Pause");
  await watch.clock.advance(240_000);
  expect(watch.screen()).toMatchObject({ on: true, page: "page/session" });
  await watch.clock.advance(120_000);
  expect(watch.screen().page).toBeNull();
  await watch.boot();
  await watch.clock.advance(1_000);
  expect(watch.screen().texts).toContain("Paused");
  expect(watch.screen().texts).toContain("3:20");
  await answer(watch, "Resume");
  await watch.clock.advance(1_000);
  expect(watch.screen().texts).toContain("Warm-up");
  await watch.stop();
});

test("the disk fills up during a session: it goes on, says so, and the record survives", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const store = memoryStore();
  const watch = await started(cloud, { store });
  watch.device.hardware.files.full = true;
  await watch.clock.advance(65_000);
  expect(watch.screen().texts.join(" ")).toContain("Storage full");
  watch.device.hardware.files.full = false;
  await watch.clock.until(() => watch.screen().texts.includes("Well done"), 400_000);
  await finish(watch, "0", "0", "0", "0", "2", "No");
  expect(sessionOf(cloud).data.outcome).toBe("completed");
  await watch.stop();
});

test.each(["round-416", "square-390x450", "square-432x514"])(
  "%s: the same session on another screen",
  async (variant) => {
    const cloud = new Cloud(planOf(0, "2026-11-20"));
    const watch = await started(cloud, { variant });
    await watch.clock.until(() => watch.screen().texts.includes("Well done"), 400_000);
    await answer(watch, "Done");
    await watch.clock.advance(100);
    await told(watch, "0", "0", "0", "0", "2", "No");
    await watch.clock.advance(6_000);
    expect(sessionOf(cloud).data.outcome).toBe("completed");
    expect(watch.violations).toEqual([]);
    await watch.stop();
  },
);
