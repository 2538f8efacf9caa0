import { expect, test } from "vitest";
import type { CueKind } from "../../core/contract/session.ts";
import { settle } from "../../core/session/settle.ts";
import { startEntry, T0 } from "../../core/session/testing.ts";
import { type Files, memoryFiles } from "../store/files.ts";
import { openJournal } from "../store/journal.ts";
import { nothingUnwritten, remembering } from "../store/remembering.ts";
import { standIn } from "./backup.ts";
import { sessionEvent } from "./events.ts";
import { Runner } from "./runner.ts";

const LIMITS = { restingBpm: 60, maxBpm: 160, reliable: true };

/** A watch with a clock that the test turns. */
function watch(files: Files = memoryFiles(), limits: typeof LIMITS | null = null) {
  let now = T0;
  let hr: number | null = 100;
  let steps = 0;
  const felt: [number, CueKind][] = [];
  const armed: (number | null)[] = [];
  const ports = {
    now: () => now,
    vibrate: (kind: CueKind) => void felt.push([(now - T0) / 1000, kind]),
    heartRate: () => hr,
    steps: () => steps,
    arm: (at: number | null) => void armed.push(at === null ? null : (at - T0) / 1000),
  };
  const open = () => new Runner(openJournal(files), ports, {});
  const start = () => {
    openJournal(files).append(startEntry({ limits }));
    return open();
  };
  const run = (runner: Runner, untilS: number) => {
    let view = runner.tick();
    while (now < T0 + untilS * 1000 && view.status !== "ended") {
      now += view.waitMs;
      steps += view.kind === "run" ? view.waitMs * (160 / 60_000) : view.waitMs * (110 / 60_000);
      view = runner.tick();
    }
    return view;
  };
  const set = (part: { at?: number; hr?: number | null }) => {
    if (part.at !== undefined) now = T0 + part.at * 1000;
    if (part.hr !== undefined) hr = part.hr;
  };
  return { files, open, start, run, set, felt, armed, state: () => openJournal(files).state() };
}

test("a whole session: every change is felt on time, the record holds heart rate and cadence", () => {
  const it = watch();
  const view = it.run(it.start(), 2000);
  expect(view).toMatchObject({ status: "ended", share: 1, saved: true });
  expect(it.felt.filter(([, kind]) => kind === "run").map(([at]) => at)).toEqual([300, 435, 570, 705, 840, 975]);
  expect(it.felt[it.felt.length - 1]).toEqual([1410, "done"]);
  const state = it.state();
  if (state === null) throw new Error("no session");
  const ended = settle(state, T0 + 2_000_000);
  expect(ended.hr.length).toBe(282);
  expect(Math.max(...ended.cadence)).toBeLessThanOrEqual(160);
  expect(ended.cadence[61]).toBeGreaterThan(100);
  expect(Object.values(ended.cues).every((cue) => cue.state === "fired" && cue.tier === "held")).toBe(true);
});

test("killed at any second and opened again, no cue comes twice and the step is the right one", () => {
  for (let killAt = 7; killAt < 1400; killAt += 97) {
    const it = watch();
    it.run(it.start(), killAt);
    it.set({ at: killAt + 20 });
    const runner = it.open();
    const view = runner.reopen();
    expect(view.kind).toBe(
      settle(it.state() ?? fail(), T0 + (killAt + 20) * 1000).head.steps[
        settle(it.state() ?? fail(), T0 + (killAt + 20) * 1000).step
      ]?.kind,
    );
    it.run(runner, 2000);
    const changes = it.felt.filter(([, kind]) => kind === "run" || kind === "walk" || kind === "done");
    expect(new Set(Object.keys(it.state()?.cues ?? {})).size).toBe(Object.keys(it.state()?.cues ?? {}).length);
    expect(changes.filter(([, kind]) => kind === "done")).toHaveLength(1);
    expect(it.felt.some(([at, kind]) => at === killAt + 20 && kind !== "core")).toBe(true);
  }
});

function fail(): never {
  throw new Error("no session");
}

test("after a short kill nothing was missed, so it says you are here", () => {
  const it = watch();
  it.run(it.start(), 100);
  it.set({ at: 120 });
  it.open().reopen();
  expect(it.felt[it.felt.length - 1]).toEqual([120, "here"]);
});

test("pausing stops the cues and the alarm, resuming moves them on", () => {
  const it = watch();
  const runner = it.start();
  it.run(runner, 200);
  runner.press("pause");
  expect(it.armed[it.armed.length - 1]).toBeNull();
  it.set({ at: 500 });
  expect(runner.tick()).toMatchObject({ status: "paused", leftS: 100 });
  runner.press("resume");
  expect(it.armed[it.armed.length - 1]).toBe(603);
  it.run(runner, 601);
  expect(it.felt[it.felt.length - 1]?.[1]).toBe("run");
});

test("while the page lives its alarm is always ahead of it; a new page replaces an old alarm", () => {
  const it = watch();
  it.run(it.start(), 2000);
  expect(it.armed.filter((at) => at !== null)).toHaveLength(14);
  expect(it.armed[it.armed.length - 1]).toBeNull();
  const paused = watch();
  const runner = paused.start();
  runner.press("pause");
  paused.open().tick();
  expect(paused.armed[paused.armed.length - 1]).toBeNull();
});

test("a high heart rate is told to slow down, then walks, then waits before the next run", () => {
  const it = watch(memoryFiles(), LIMITS);
  openJournal(it.files).append(
    startEntry({
      limits: LIMITS,
      steps: [
        { kind: "run", move: null, side: null, plannedS: 300 },
        { kind: "walk", move: null, side: null, plannedS: 60 },
        { kind: "run", move: null, side: null, plannedS: 60 },
      ],
    }),
  );
  const runner = it.open();
  it.set({ hr: 155 });
  it.run(runner, 70);
  expect(it.felt.map(([, kind]) => kind)).toEqual(["run", "ease-off", "walk"]);
  it.set({ hr: 140 });
  it.run(runner, 150);
  expect(it.felt.filter(([, kind]) => kind === "warning")).toEqual([]);
  expect(it.state()?.extraMs).toBe(45_000);
  it.set({ hr: 120 });
  const view = it.run(runner, 166);
  expect(view.kind).toBe("run");
  expect(it.state()?.cut).toBe("effort");
});

test("a walk made longer by hand leaves the heart its own minute before the next run", () => {
  const it = watch(memoryFiles(), LIMITS);
  const runner = it.start();
  it.set({ hr: 140 });
  it.run(runner, 100);
  runner.longer(60);
  it.run(runner, 450);
  expect(it.felt.filter(([, kind]) => kind === "run")).toEqual([[420, "run"]]);
  it.run(runner, 500);
  for (let minute = 0; minute < 5; minute += 1) runner.longer(60);
  expect(() => it.run(runner, 900)).not.toThrow();
});

test("time in a pause is no time above a limit", () => {
  const it = watch(memoryFiles(), LIMITS);
  const runner = it.start();
  it.run(runner, 300);
  it.set({ hr: 155 });
  it.run(runner, 305);
  runner.press("pause");
  it.set({ at: 400 });
  runner.press("resume");
  it.run(runner, 405);
  expect(it.felt.filter(([, kind]) => kind === "ease-off" || kind === "walk")).toEqual([[0, "walk"]]);
});

test("with the page gone the alarm gives the changes, and the page does not give them again", () => {
  const it = watch();
  it.run(it.start(), 290);
  const first = standIn(it.files, T0 + 303_000, {});
  expect(first).toMatchObject({ vibrate: "run", nextAt: T0 + 315_000 });
  expect(standIn(it.files, T0 + 304_000, {})).toMatchObject({ vibrate: null, nextAt: T0 + 315_000 });
  expect(standIn(it.files, T0 + 318_000, {}).vibrate).toBe("walk");
  it.set({ at: 330 });
  const runner = it.open();
  runner.reopen();
  expect(it.felt[it.felt.length - 1]).toEqual([330, "here"]);
  it.run(runner, 1500);
  const cues = it.state()?.cues ?? {};
  expect(cues["1.run"]).toMatchObject({ firedMs: 303_000, tier: "alarm" });
  expect(cues["2.walk"]).toMatchObject({ firedMs: 318_000, tier: "alarm" });
});

test("a change given by the alarm is known to be given, one that a late alarm passed over is not given after it", () => {
  const it = watch();
  it.run(it.start(), 290);
  const late = standIn(it.files, T0 + 320_000, {});
  expect(late.vibrate).toBe("walk");
  late.given();
  it.set({ at: 330 });
  it.open().reopen();
  const cues = it.state()?.cues ?? {};
  expect(cues["2.walk"]).toMatchObject({ state: "fired", tier: "alarm" });
  expect(cues["1.run"]).toMatchObject({ state: "dropped" });
  expect(it.felt.map(([, kind]) => kind)).not.toContain("run");
});

test("what the page was about to give when it was killed is unknown, whatever the alarm gave later", () => {
  const it = watch();
  it.run(it.start(), 300);
  expect(it.state()?.pending).toBe("1.run");
  standIn(it.files, T0 + 318_000, {}).given();
  expect(it.state()?.cues["1.run"]).toMatchObject({ state: "unknown" });
  expect(it.state()?.cues["2.walk"]).toMatchObject({ state: "fired" });
});

test("the alarm gives nothing that it cannot write down, and nothing when no session runs", () => {
  const it = watch();
  expect(standIn(it.files, T0, {})).toMatchObject({ vibrate: null, nextAt: null });
  it.run(it.start(), 290);
  const stubborn: Files = { ...it.files, append: () => false };
  expect(standIn(stubborn, T0 + 303_000, {}).vibrate).toBeNull();
  expect(standIn(it.files, T0 + 303_000, {}).vibrate).toBe("run");
});

test("stopping for a red flag is felt as stop and becomes a record", () => {
  const it = watch();
  const runner = it.start();
  it.run(runner, 310);
  expect(runner.end("stopped", "red-flag").status).toBe("ended");
  expect(it.felt[it.felt.length - 1]).toEqual([310, "stop"]);
  const state = it.state() ?? fail();
  const event = sessionEvent(state, { app: "1.0.0", device: "Amazfit Balance" });
  expect(event).toMatchObject({
    id: state.head.eventId,
    localDate: "2026-11-22",
    data: { outcome: "stopped", reason: "red-flag" },
  });
  expect(sessionEvent(it.state() ?? fail(), { app: "1.0.0", device: "Amazfit Balance" })).toEqual(event);
});

test("a full disk does not stop the session, and the view says so", () => {
  const room = { full: false };
  const files = memoryFiles();
  const disk: Files = { ...files, append: (path, text) => !room.full && files.append(path, text) };
  const it = watch(remembering(disk, nothingUnwritten()));
  const runner = it.start();
  it.run(runner, 10);
  room.full = true;
  expect(it.run(runner, 320)).toMatchObject({ kind: "walk", saved: false });
  room.full = false;
  it.run(runner, 400);
  expect(Object.keys(it.state()?.cues ?? {})).toContain("1.run");
});
