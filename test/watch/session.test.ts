import { expect, test } from "vitest";
import { decodeTrace } from "../../core/trace/trace.ts";
import { memoryStore } from "../../simulator/host/store.ts";
import { Cloud, planOf } from "./cloud.ts";
import { answer, finish, sessionOf, started } from "./journey.ts";

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
    await answer(watch, "0", "0", "0", "0", "2", "No", "Save");
    await watch.clock.advance(6_000);
    expect(sessionOf(cloud).data.outcome).toBe("completed");
    expect(watch.violations).toEqual([]);
    await watch.stop();
  },
);
