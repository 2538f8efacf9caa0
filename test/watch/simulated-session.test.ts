import { describe, expect, it } from "vitest";
import type { LogEventOf } from "../../core/contract/event.ts";
import { decodeTrace } from "../../core/trace/trace.ts";
import { FEEL, felt, finishSession, MINUTE, pairedWatch, SECOND, startSession } from "./simulated-play.ts";
import type { SimulatedServer } from "./simulated-server.ts";

type Session = LogEventOf<"session.recorded.v1">;

function onlySession(server: SimulatedServer): Session {
  const sessions = server.stored.filter((event): event is Session => event.type === "session.recorded.v1");
  expect(sessions).toHaveLength(1);
  return sessions[0] as Session;
}

/** Level 5: five minutes' warm-up, 6 × 15 s run and 120 s walk, five minutes' cool-down. Seconds from the start. */
const RUNS = [300, 435, 570, 705, 840, 975];
const WALKS = [...RUNS.map((at) => at + 15), 1_110];
const END = 1_410;

describe("a whole level-5 session on the packaged watch app", () => {
  it("is felt cue by cue at its time, asked about, and stored once with everything in it", async () => {
    const { watch, server } = await pairedWatch();
    const start = await startSession(watch);
    await finishSession(watch);

    const cues = felt(watch, start);
    const at = (name: string) => cues.filter(([, felt]) => felt === name).map(([second]) => second);
    expect(at(FEEL.run)).toEqual(RUNS);
    expect(at(FEEL.walk)).toEqual([0, ...WALKS]);
    expect(at(FEEL.warning)).toEqual(expect.arrayContaining(RUNS.map((second) => second - 10)));
    expect(at(FEEL.done)).toEqual([END]);
    expect(at(FEEL.core).length).toBeGreaterThan(0);

    const { data, source } = onlySession(server);
    expect(source).toBe("simulator");
    expect(data).toMatchObject({
      level: 5,
      outcome: "completed",
      scores: { before: { back: 2, leg: 0 }, worst: { back: 3, leg: 1 }, after: { back: 2, leg: 0 }, rpe: 4 },
    });
    expect(data.steps.every((step) => step.doneS === step.plannedS)).toBe(true);
    expect(data.cues.every(({ state, tier }) => state === "fired" && tier === "held")).toBe(true);
    const heartRates = decodeTrace(data.trace?.hr ?? "").filter((bpm) => bpm > 0);
    expect(heartRates.length).toBeGreaterThan(200);
    expect(Math.max(...heartRates)).toBeGreaterThan(Math.min(...heartRates) + 20);
    const { length } = data.cues;
    expect(watch.screen().texts.join(" ")).toContain(`${length} of ${length} cues on time. All in sync`);
    expect(watch.violations).toEqual([]);
    await watch.stop();
  });

  it("takes its heart rate from a recording", async () => {
    const csv = ["t_s,heart_rate_bpm,cadence_spm,speed_mps,distance_m"];
    for (let second = 0; second < 1_500; second += 7)
      csv.push(`${second},${second < 700 ? 101 : 133},150,2.2,${second * 2}`);
    const { watch, server } = await pairedWatch({ csv: csv.join("\n") });
    await startSession(watch);
    await finishSession(watch);
    const seen = new Set(decodeTrace(onlySession(server).data.trace?.hr ?? "").filter((bpm) => bpm > 0));
    expect([...seen].sort()).toEqual([101, 133]);
    await watch.stop();
  });

  it("stands still while paused and goes on where it was", async () => {
    const { watch, server } = await pairedWatch();
    const start = await startSession(watch);
    await watch.clock.advance(100 * SECOND);
    await watch.tap("Pause");
    const paused = watch.screen().texts.slice(0, 2);
    await watch.clock.advance(5 * MINUTE);
    expect(watch.screen().texts.slice(0, 2)).toEqual(paused);
    await watch.tap("Resume");
    await finishSession(watch);
    const runs = felt(watch, start).filter(([, name]) => name === FEEL.run);
    expect(runs.map(([second]) => second)).toEqual(RUNS.map((second) => second + 300));
    expect(onlySession(server).data.outcome).toBe("completed");
    await watch.stop();
  });

  it("survives a crash: the right step, a cue that says where you are, and no cue twice", async () => {
    const { watch, server } = await pairedWatch();
    const start = await startSession(watch);
    await watch.clock.advance(340 * SECOND);
    await watch.kill();
    expect(watch.screen().page).toBeNull();
    await watch.clock.advance(20 * SECOND);
    await watch.boot();
    await watch.clock.until(() => watch.screen().page === "page/session", SECOND);
    expect(watch.screen().texts[0]).toBe("Walk");
    await finishSession(watch);

    const cues = felt(watch, start);
    expect(cues.filter(([, name]) => name === FEEL.here).map(([second]) => Math.round(second))).toEqual([360]);
    expect(cues.filter(([, name]) => name === FEEL.run).map(([second]) => second)).toEqual(RUNS);
    expect(onlySession(server).data).toMatchObject({ outcome: "completed", level: 5 });
    expect(watch.violations).toEqual([]);
    await watch.stop();
  });

  it("is carried on by alarms while the screen is dark, and taken up again at the wrist's next turn", async () => {
    const { watch, server } = await pairedWatch();
    const start = await startSession(watch);
    await watch.clock.advance(200 * SECOND);
    await watch.light(false);
    await watch.clock.advance(150 * SECOND);
    expect(watch.screen().page).toBeNull();
    const inTheDark = felt(watch, start + 211 * SECOND);
    expect(inTheDark.map(([, name]) => name)).toEqual([FEEL.run, FEEL.walk]);
    await watch.light(true);
    await watch.clock.until(() => watch.screen().page === "page/session", SECOND);
    await finishSession(watch);
    const summary = watch.screen().texts.join(" ");
    expect(summary).toMatch(/ [1-9]\d* of \d+ cues on time\. Screen off: 2, up to 0:0\d late\./);
    const { cues } = onlySession(server).data;
    const held = cues.filter(({ tier }) => tier === "held").length;
    expect(summary).toContain(`${held} of ${cues.length} cues on time.`);

    const tiers = cues.map(({ kind, dueMs, tier }) => ({
      kind,
      second: dueMs / SECOND,
      tier,
    }));
    expect(tiers).toContainEqual({ kind: "run", second: 300, tier: "alarm" });
    expect(tiers).toContainEqual({ kind: "run", second: 435, tier: "held" });
    expect(watch.violations).toEqual([]);
    await watch.stop();
  });
});

describe("the way to the cloud", () => {
  it("cut during the session and restored after: the record waits and arrives exactly once", async () => {
    const { watch, server } = await pairedWatch();
    await startSession(watch);
    await watch.clock.advance(5 * MINUTE);
    await watch.link(false);
    await finishSession(watch);
    expect(server.stored).toEqual([]);
    expect(watch.screen().texts.join(" ")).toContain("2 to send");

    await watch.link(true);
    await watch.tap("Done");
    await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 2 * MINUTE);
    const { id } = onlySession(server);
    await watch.tap("Sync");
    await watch.clock.advance(MINUTE);
    expect(server.sent.get(id)).toBe(1);
    await watch.stop();
  });

  it("lost its answer on the way back: the record is sent again under its id and stored once", async () => {
    const { watch, server } = await pairedWatch();
    await startSession(watch);
    server.loseNextAnswer = true;
    await finishSession(watch);
    const { id } = onlySession(server);
    expect(server.sent.get(id)).toBe(1);

    await watch.tap("Done");
    await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 2 * MINUTE);
    expect(onlySession(server).id).toBe(id);
    expect(server.sent.get(id)).toBe(2);
    await watch.stop();
  });

  it("gone with the phone's side service ended meanwhile: it is started again for the next sync", async () => {
    const { watch, server } = await pairedWatch();
    await startSession(watch);
    await watch.phone.endSide();
    await finishSession(watch);
    expect(onlySession(server).data.outcome).toBe("completed");
    await watch.stop();
  });
});

describe("what can go wrong on the wrist", () => {
  it("sensors without contact: the session goes on, and says that it has no heart rate", async () => {
    const { watch, server } = await pairedWatch();
    await startSession(watch);
    await watch.clock.advance(60 * SECOND);
    watch.device.hardware.body.setLost(true);
    await watch.clock.advance(30 * SECOND);
    expect(watch.screen().texts).toContain("♥ –");
    await finishSession(watch);
    expect(onlySession(server).data.effortHr?.reliable ?? false).toBe(false);
    await watch.stop();
  });

  it("a full disk: the session goes on and says that it is not saved", async () => {
    const { watch } = await pairedWatch();
    const start = await startSession(watch);
    await watch.clock.advance(250 * SECOND);
    watch.device.hardware.files.full = true;
    await watch.clock.advance(100 * SECOND);
    expect(watch.screen().texts.join(" ")).toContain("not saved");
    expect(felt(watch, start).map(([, name]) => name)).toContain(FEEL.run);
    expect(watch.violations).toEqual([]);
    await watch.stop();
  });

  it("timers that run late: cues still come within a tick of their time", async () => {
    const { watch } = await pairedWatch();
    watch.device.hardware.timerDrift = 0.5 / 30;
    const start = await startSession(watch);
    await watch.clock.advance(16 * MINUTE);
    const runs = felt(watch, start).filter(([, name]) => name === FEEL.run);
    const late = runs.map(([second], index) => second - (RUNS[index] ?? 0));
    expect(late).toHaveLength(5);
    expect(Math.max(...late)).toBeLessThan(0.6);
    await watch.stop();
  });
});
