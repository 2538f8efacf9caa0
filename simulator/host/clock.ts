import type { Platform } from "./platform.ts";

export type TimerHandle = { cancel(): void };

type Timer = { at: number; order: number; run: () => void; cancelled: boolean };

export const SPEEDS = [1, 5, 20, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** How long, in real milliseconds, work outside (a fetch, a script being loaded) may hold the virtual time back. */
const LONGEST_HOLD_MS = 10_000;

/**
 * The watch's time. It moves only through `advance`, from timer to timer, and lets all promises run between two timers,
 * so that an hour takes as long as the work in it. It never passes the real now.
 */
export class VirtualClock {
  speed: Speed = 1;
  paused = false;
  #now: number;
  #order = 0;
  #timers: Timer[] = [];
  #holds = new Set<Promise<unknown>>();
  #softHolds = new Set<Promise<unknown>>();
  #queue: Promise<unknown> = Promise.resolve();
  #busy = false;
  readonly #platform: Pick<Platform, "realNow" | "turn" | "sleep">;

  constructor(platform: Pick<Platform, "realNow" | "turn" | "sleep">, startMs: number) {
    this.#platform = platform;
    this.#now = Math.min(startMs, platform.realNow());
  }

  /** Milliseconds since 1970 on the watch. */
  now(): number {
    return this.#now;
  }

  /** True once virtual time has caught up with the real one and can only go on at ×1. */
  atRealNow(): boolean {
    return this.#platform.realNow() - this.#now < 1_000;
  }

  schedule(delayMs: number, run: () => void): TimerHandle {
    const timer = { at: this.#now + Math.max(0, delayMs), order: this.#order++, run, cancelled: false };
    const after = this.#timers.findIndex((other) => other.at > timer.at);
    this.#timers.splice(after < 0 ? this.#timers.length : after, 0, timer);
    return {
      cancel: () => {
        timer.cancelled = true;
        const index = this.#timers.indexOf(timer);
        if (index >= 0) this.#timers.splice(index, 1);
      },
    };
  }

  /** Virtual time stands still until `work` is settled (at most ten real seconds). */
  hold<T>(work: Promise<T>): Promise<T> {
    this.#keep(work, this.#holds);
    return work;
  }

  /** As `hold`, but only where virtual time would run faster than the real time that `work` goes by. */
  holdWhenFast(work: Promise<unknown>): void {
    this.#keep(work, this.#softHolds);
  }

  #keep(work: Promise<unknown>, holds: Set<Promise<unknown>>): void {
    const done = work.then(
      () => undefined,
      () => undefined,
    );
    const held: Promise<unknown> = Promise.race([done, this.#platform.sleep(LONGEST_HOLD_MS)]).then(() =>
      holds.delete(held),
    );
    holds.add(held);
  }

  /** Moves on by `ms`, or to the real now if that comes first. Resolves with the milliseconds it really moved. */
  advance(ms: number): Promise<number> {
    return this.#enqueue(() => this.#run(this.#now + ms, () => false, true));
  }

  /** Moves on until `done` holds (looked at after every timer), at most `maxMs`. */
  advanceUntil(done: () => boolean, maxMs: number): Promise<number> {
    return this.#enqueue(() => this.#run(this.#now + maxMs, done, true));
  }

  /** Lets everything that is due now happen, without moving on. */
  settle(): Promise<number> {
    return this.advance(0);
  }

  /** For a real-time driver: moves on by the real milliseconds passed, times the speed, unless paused or still busy. */
  async tick(realMs: number): Promise<void> {
    if (this.paused || this.#busy) return;
    const { speed } = this;
    await this.#enqueue(() => this.#run(this.#now + realMs * speed, () => false, speed > 1));
  }

  #enqueue(work: () => Promise<number>): Promise<number> {
    const result = this.#queue.then(async () => {
      this.#busy = true;
      try {
        return await work();
      } finally {
        this.#busy = false;
      }
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #run(target: number, done: () => boolean, isFast: boolean): Promise<number> {
    const from = this.#now;
    for (;;) {
      await this.#settleHolds(isFast);
      if (done()) return this.#now - from;
      const next = this.#timers[0];
      const end = Math.max(this.#now, Math.min(target, this.#platform.realNow()));
      if (next === undefined || next.at > end) {
        this.#now = end;
        return this.#now - from;
      }
      this.#timers.shift();
      this.#now = Math.max(this.#now, next.at);
      if (!next.cancelled) next.run();
    }
  }

  async #settleHolds(isFast: boolean): Promise<void> {
    await this.#platform.turn();
    for (;;) {
      const holds = [...this.#holds, ...(isFast ? this.#softHolds : [])];
      if (holds.length === 0) return;
      await Promise.all(holds);
      await this.#platform.turn();
    }
  }
}
