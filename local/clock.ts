type Timer = { readonly at: number; readonly task: () => void };

/** Longest nap of the one real timer: a laptop that slept must notice within this time that something is due. */
const LONGEST_NAP_MS = 15_000;

/**
 * The time of the host and of every function: the computer's clock plus an offset, so that a test or a demonstration can move
 * through weeks. Everything that waits (retries, schedules) waits on this clock.
 */
export class Clock {
  /** Milliseconds ahead of the computer's clock; shared with the worker threads. */
  readonly shared = new SharedArrayBuffer(8);
  private readonly offset = new Float64Array(this.shared);
  private timers: Timer[] = [];
  private nap: NodeJS.Timeout | undefined;
  private stopped = false;
  private settle: () => Promise<void> = async () => {};

  constructor(startAt?: number) {
    if (startAt !== undefined) this.offset[0] = startAt - Date.now();
  }

  /** Unix milliseconds. */
  now(): number {
    return Date.now() + (this.offset[0] ?? 0);
  }

  /** Runs the task once, when the clock has reached `at`. @returns a function that cancels it */
  at(at: number, task: () => void): () => void {
    const timer = { at, task };
    this.timers.push(timer);
    this.rearm();
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** What `advance` waits for between two moments at which something is due. */
  settleWith(settle: () => Promise<void>): void {
    this.settle = settle;
  }

  /** Moves the clock on, stopping at each moment at which something is due and letting its consequences finish. */
  async advance(ms: number): Promise<void> {
    const target = this.now() + ms;
    for (let next = this.earliest(); next !== undefined && next.at <= target; next = this.earliest()) {
      this.jumpTo(Math.max(next.at, this.now()));
      this.runDue();
      await this.settle();
    }
    this.jumpTo(Math.max(target, this.now()));
    this.runDue();
    await this.settle();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.nap);
    this.timers = [];
  }

  private jumpTo(at: number): void {
    this.offset[0] = at - Date.now();
  }

  private earliest(): Timer | undefined {
    return this.timers.reduce<Timer | undefined>(
      (first, timer) => (first && first.at <= timer.at ? first : timer),
      undefined,
    );
  }

  private runDue(): void {
    const now = this.now();
    const due = this.timers.filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at);
    this.timers = this.timers.filter((timer) => timer.at > now);
    for (const timer of due) timer.task();
    this.rearm();
  }

  private rearm(): void {
    clearTimeout(this.nap);
    const next = this.earliest();
    if (next === undefined || this.stopped) return;
    this.nap = setTimeout(() => this.runDue(), Math.min(Math.max(next.at - this.now(), 0), LONGEST_NAP_MS));
  }
}
