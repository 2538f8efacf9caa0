import { describe, expect, it } from "vitest";
import { createLive, pollDelay } from "./live.ts";

/** A clock with timers that only `go` moves. */
function setUp(news: (nth: number) => boolean = () => false) {
  const world = { ms: 0, visible: true, watchMs: Number.POSITIVE_INFINITY, asked: [] as number[] };
  const timers = new Map<number, { at: number; run: () => void }>();
  let made = 0;
  const live = createLive({
    ask: async () => {
      world.asked.push(world.ms);
      return news(world.asked.length);
    },
    sinceWatchMs: () => world.watchMs,
    visible: () => world.visible,
    now: () => world.ms,
    later: (run, ms) => {
      made += 1;
      timers.set(made, { at: world.ms + ms, run });
      return made;
    },
    cancel: (timer) => void timers.delete(timer),
  });
  async function go(ms: number): Promise<void> {
    const end = world.ms + ms;
    for (;;) {
      const next = [...timers].sort(([, a], [, b]) => a.at - b.at)[0];
      if (next === undefined || next[1].at > end) break;
      timers.delete(next[0]);
      world.ms = next[1].at;
      next[1].run();
      await new Promise((resolve) => setImmediate(resolve));
    }
    world.ms = end;
  }
  return { live, world, go };
}

describe("live polling", () => {
  it("asks every two seconds for a minute, then every fifteen", async () => {
    const { live, world, go } = setUp();
    live.start();
    await go(120_000);
    expect(world.asked.slice(0, 3)).toEqual([2000, 4000, 6000]);
    expect(world.asked.filter((ms) => ms > 60_000)).toEqual([75_000, 90_000, 105_000, 120_000]);
  });

  it("becomes quick again at once when the person does something", async () => {
    const { live, world, go } = setUp();
    live.start();
    await go(100_000);
    live.touch();
    await go(4_000);
    expect(world.asked.slice(-2)).toEqual([102_000, 104_000]);
  });

  it("stays quick while there is news", async () => {
    const { live, world, go } = setUp((nth) => nth === 25);
    live.start();
    await go(100_000);
    expect(world.asked.slice(-2)).toEqual([98_000, 100_000]);
  });

  it("rests while hidden and asks at once when it is seen again", async () => {
    const { live, world, go } = setUp();
    live.start();
    world.visible = false;
    live.look();
    await go(60_000);
    expect(world.asked).toEqual([]);
    world.visible = true;
    live.look();
    expect(world.asked).toEqual([60_000]);
  });

  it("ends when stopped", async () => {
    const { live, world, go } = setUp();
    live.start();
    live.stop();
    await go(60_000);
    expect(world.asked).toEqual([]);
  });
});

it("stays quick for an hour after a watch was heard of: a session may be on its way", () => {
  expect([pollDelay(90_000, 3_000_000), pollDelay(90_000, 4_000_000), pollDelay(1000, 4_000_000)]).toEqual([
    2000, 15_000, 2000,
  ]);
});
