import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LogEventOf } from "../../core/contract/event.ts";
import { decodeTrace } from "../../core/trace/trace.ts";
import { memoryStore } from "../../simulator/host/store.ts";
import { type SimulatedWatch, type StartOptions, startWatch } from "../../simulator/node/index.ts";
import { buildPackage } from "./build.ts";
import { Cloud, planOf } from "./cloud.ts";

const MORNING = Date.UTC(2026, 10, 20, 6, 30, 0);
let built: ReturnType<typeof buildPackage>;

beforeAll(() => {
  built = buildPackage("session");
}, 120_000);
afterAll(() => built.remove());

const open = (cloud: Cloud, options: Partial<StartOptions> = {}): Promise<SimulatedWatch> =>
  startWatch({
    packageDir: join(built.folder, "unpacked"),
    variant: "round-480",
    fetch: cloud.fetch,
    clockStartMs: MORNING,
    screenTimeoutMs: 15_000,
    ...options,
  });

async function pair(watch: SimulatedWatch, cloud: Cloud): Promise<void> {
  await watch.phone.settings();
  await watch.phone.press("Pair this watch");
  await watch.clock.advance(1_000);
  expect(await watch.phone.settings()).toContain("BCDF-GHJK");
  cloud.confirmed = true;
  await watch.clock.advance(6_000);
  expect((await watch.phone.settings()).join(" ")).toContain("Paired.");
}

async function answer(watch: SimulatedWatch, ...labels: string[]): Promise<void> {
  for (const label of labels) await watch.tap(label);
}

/** Paired, synced, and three taps into a session. */
async function started(cloud: Cloud, options: Partial<StartOptions> = {}): Promise<SimulatedWatch> {
  const watch = await open(cloud, options);
  await watch.clock.advance(1_000);
  await pair(watch, cloud);
  await watch.light(true);
  await watch.tap("Sync");
  await watch.clock.advance(5_000);
  await answer(watch, "Start");
  await watch.clock.advance(100);
  await answer(watch, "2", "1", "I feel well");
  await watch.clock.advance(100);
  expect(watch.screen()).toMatchObject({ page: "page/session" });
  return watch;
}

const sessionOf = (cloud: Cloud): LogEventOf<"session.recorded.v1"> => {
  const found = [...cloud.log.values()].filter((event) => event.type === "session.recorded.v1");
  const [session] = found;
  if (found.length !== 1 || session?.type !== "session.recorded.v1") throw new Error(`${found.length} sessions`);
  return session;
};

test("before any plan the watch invites to pair and makes nothing up", async () => {
  const watch = await open(new Cloud(null));
  await watch.clock.advance(1_000);
  const screen = watch.screen();
  expect(screen.texts).toContain("Pair in the Zepp app");
  expect(screen.buttons).not.toContain("Start");
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a level-5 session from pairing to the acknowledged record", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  expect(watch.screen().buttons).toEqual(["Pause", "Skip", "Pain", "End"]);
  await watch.clock.until(() => watch.screen().texts.includes("Well done"), 1_600_000);
  await watch.clock.advance(3_000);
  await watch.tap("Done");
  await watch.clock.advance(100);
  await answer(watch, "3", "1", "2", "1", "4", "No", "Save");
  await watch.clock.advance(6_000);
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

test("the link breaks during the session: the record waits, and goes once the link is back", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const watch = await started(cloud);
  await watch.link(false);
  await watch.clock.until(() => watch.screen().texts.includes("Well done"), 400_000);
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await answer(watch, "0", "0", "0", "0", "2", "No", "Save");
  await watch.clock.advance(8_000);
  expect(watch.screen().texts.join(" ")).toContain("to send");
  expect(cloud.log.size).toBe(0);
  await watch.link(true);
  await watch.light(true);
  await watch.tap("Done");
  await watch.clock.advance(10_000);
  expect(watch.screen().texts.join(" ")).toContain("All in sync");
  expect(sessionOf(cloud).data.level).toBe(0);
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
  await answer(watch, "End", "Other reason", "Done");
  await watch.clock.advance(100);
  await answer(watch, "0", "0", "0", "0", "2", "No", "Save");
  await watch.clock.advance(6_000);
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
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await answer(watch, "0", "0", "0", "0", "2", "No", "Save");
  await watch.clock.advance(6_000);
  const { cues } = sessionOf(cloud).data;
  const byAlarm = cues.filter(({ tier }) => tier === "alarm");
  expect(byAlarm.map(({ kind }) => kind)).toEqual(["run", "walk"]);
  for (const { dueMs, firedMs } of byAlarm) expect((firedMs ?? 0) - dueMs).toBeLessThanOrEqual(5_000);
  expect(cues.filter(({ kind }) => kind === "run")).toHaveLength(6);
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a red flag ends the session with one press and says what to do", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await started(cloud);
  await watch.clock.advance(20_000);
  await answer(watch, "Pain", "Chest, faint, numb");
  expect(watch.screen().texts.join(" ")).toMatch(/Stop now.*112/);
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await answer(watch, "0", "0", "0", "0", "1", "No", "Save");
  await watch.clock.advance(6_000);
  expect(sessionOf(cloud).data).toMatchObject({ outcome: "stopped", reason: "red-flag" });
  await watch.stop();
});

test("a heart that stays high is eased, and has longer walks before the runs", async () => {
  const cloud = new Cloud(planOf(12, "2026-11-20"));
  cloud.heartRate = { restingBpm: 60, maxBpm: 160, reliable: true };
  const rows = Array.from({ length: 4_000 }, (_, second) => `${second},150,140,2.0,${second * 2}`);
  const csv = ["t_s,heart_rate_bpm,cadence_spm,speed_mps,distance_m", ...rows].join("\n");
  const watch = await started(cloud, { csv });
  await watch.clock.until(() => watch.screen().texts.includes("Well done"), 3_000_000);
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await answer(watch, "0", "0", "0", "0", "6", "No", "Save");
  await watch.clock.advance(6_000);
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
  await answer(watch, "End", "Other reason", "Done");
  await watch.clock.advance(100);
  await answer(watch, "0", "0", "0", "0", "2", "No", "Save");
  await watch.clock.advance(6_000);
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
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await answer(watch, "4", "0", "3", "0", "4", "No", "Save");
  await watch.clock.advance(6_000);
  expect(sessionOf(cloud).data).toMatchObject({
    outcome: "stopped",
    reason: "pain",
    scores: { worst: { back: 6, leg: 0 } },
  });
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

test("a refused record is laid aside, shown, and blocks nothing", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  cloud.refused.set("checkin.reported.v1", "invalid");
  const watch = await started(cloud);
  await answer(watch, "End", "Too hard", "Done");
  await watch.clock.advance(100);
  await answer(watch, "0", "0", "0", "0", "2", "No", "Save");
  await watch.clock.advance(6_000);
  expect(sessionOf(cloud).data).toMatchObject({ outcome: "ended-early", reason: "effort" });
  await answer(watch, "Done");
  await watch.clock.advance(1_000);
  expect(watch.screen().texts.join(" ")).toContain("1 not accepted");
  await answer(watch, "Why");
  expect(watch.screen().texts.join(" ")).toContain("This was not accepted.");
  await watch.stop();
});

test.each(["string", "object"] as const)(
  "an expired token is renewed unseen; a removed device says so (%s bodies)",
  async (bodyShape) => {
    const cloud = new Cloud(planOf(5, "2026-11-20"));
    const watch = await open(cloud, { bodyShape });
    await watch.clock.advance(1_000);
    await pair(watch, cloud);
    await watch.light(true);
    cloud.forget();
    await answer(watch, "Sync");
    await watch.clock.advance(5_000);
    expect(watch.screen().texts.join(" ")).toContain("All in sync");
    cloud.forget(true);
    await watch.light(true);
    await answer(watch, "Sync");
    await watch.clock.advance(5_000);
    expect(watch.screen().texts.join(" ")).toContain("Pair again");
    expect((await watch.phone.settings()).join(" ")).toContain("removed on the dashboard");
    await watch.stop();
  },
);

test("a wrong address is said on the settings page and on the watch", async () => {
  const cloud = new Cloud(null);
  const watch = await open(cloud);
  cloud.up = false;
  await watch.phone.settings();
  await watch.phone.press("Pair this watch");
  await watch.clock.advance(25_000);
  expect((await watch.phone.settings()).join(" ")).toContain("No Backstride answers at this address");
  cloud.up = true;
  await pair(watch, cloud);
  cloud.up = false;
  await watch.boot();
  await watch.clock.advance(12_000);
  expect(watch.screen().texts.join(" ")).toContain("Server out of reach");
  await watch.stop();
});

test("pairing outlives the side service", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await open(cloud);
  await watch.phone.settings();
  await watch.phone.press("Pair this watch");
  await watch.clock.advance(1_000);
  await watch.phone.endSide();
  cloud.confirmed = true;
  await watch.light(true);
  await answer(watch, "Sync");
  await watch.clock.advance(15_000);
  expect((await watch.phone.settings()).join(" ")).toContain("Paired.");
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
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await answer(watch, "0", "0", "0", "0", "2", "No", "Save");
  await watch.clock.advance(6_000);
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
