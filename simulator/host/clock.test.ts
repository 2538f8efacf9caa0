import { describe, expect, it } from "vitest";
import { VirtualClock } from "./clock.ts";

const REAL_NOW = 1_800_000_000_000;

function makeClock(startMs = REAL_NOW - 3_600_000) {
  return new VirtualClock(
    {
      realNow: () => REAL_NOW,
      turn: () => new Promise((resolve) => void setImmediate(resolve)),
      sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms).unref()),
    },
    startMs,
  );
}

describe("the virtual clock", () => {
  it("runs timers in order of time, and of making when they are due together", async () => {
    const clock = makeClock();
    const ran: string[] = [];
    clock.schedule(2_000, () => ran.push("later"));
    clock.schedule(1_000, () => ran.push("first"));
    clock.schedule(1_000, () => ran.push("second"));
    await clock.advance(1_999);
    expect(ran).toEqual(["first", "second"]);
    await clock.advance(1);
    expect(ran).toEqual(["first", "second", "later"]);
  });

  it("shows a timer the time it was due at, however far the step goes", async () => {
    const clock = makeClock();
    const start = clock.now();
    const seen: number[] = [];
    const every = () =>
      void clock.schedule(500, () => {
        seen.push(clock.now() - start);
        every();
      });
    every();
    await clock.advance(2_000);
    expect(seen).toEqual([500, 1_000, 1_500, 2_000]);
  });

  it("lets promises run between two timers", async () => {
    const clock = makeClock();
    const ran: string[] = [];
    clock.schedule(10, () => void Promise.resolve().then(() => ran.push("promise")));
    clock.schedule(10, () => ran.push("timer"));
    await clock.advance(10);
    expect(ran).toEqual(["promise", "timer"]);
  });

  it("does not run a timer that was cancelled", async () => {
    const clock = makeClock();
    let ran = false;
    const timer = clock.schedule(10, () => {
      ran = true;
    });
    timer.cancel();
    await clock.advance(100);
    expect(ran).toBe(false);
  });

  it("never passes the real now", async () => {
    const clock = makeClock(REAL_NOW - 5_000);
    expect(await clock.advance(60_000)).toBe(5_000);
    expect(clock.now()).toBe(REAL_NOW);
    expect(clock.atRealNow()).toBe(true);
    expect(makeClock(REAL_NOW + 9_999).now()).toBe(REAL_NOW);
  });

  it("stands still while work outside is under way", async () => {
    const clock = makeClock();
    const start = clock.now();
    const atAnswer = clock
      .hold(new Promise<void>((resolve) => void setTimeout(resolve, 20)))
      .then(() => clock.now() - start);
    await clock.advance(30_000);
    expect(await atAnswer).toBe(0);
    expect(clock.now() - start).toBe(30_000);
  });

  it("waits for slow work only where it would run faster than real time", async () => {
    const clock = makeClock();
    const start = clock.now();
    let done = false;
    const work = new Promise<void>((resolve) => void setTimeout(resolve, 20)).then(() => {
      done = true;
    });
    clock.holdWhenFast(work);
    await clock.tick(50);
    expect([clock.now() - start, done]).toEqual([50, false]);
    await clock.advance(10_000);
    expect(done).toBe(true);
  });

  it("runs on to what is waited for and stops there", async () => {
    const clock = makeClock();
    let rung = false;
    clock.schedule(90_000, () => {
      rung = true;
    });
    expect(await clock.advanceUntil(() => rung, 600_000)).toBe(90_000);
  });

  it("does not move on a tick while paused, and by the speed otherwise", async () => {
    const clock = makeClock();
    const start = clock.now();
    clock.paused = true;
    await clock.tick(50);
    expect(clock.now() - start).toBe(0);
    clock.paused = false;
    clock.speed = 60;
    await clock.tick(50);
    expect(clock.now() - start).toBe(3_000);
  });
});
