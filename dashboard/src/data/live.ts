const QUICK_MS = 2_000;
const SLOW_MS = 15_000;
const QUICK_FOR_MS = 60_000;
/** A watch that was heard of this recently may be about to send a session. */
const WATCH_FOR_MS = 3_600_000;

/** How long to wait before asking again, by the time since something last happened here and since a watch was heard of. */
export function pollDelay(sinceActivityMs: number, sinceWatchMs: number): number {
  return sinceActivityMs < QUICK_FOR_MS || sinceWatchMs < WATCH_FOR_MS ? QUICK_MS : SLOW_MS;
}

export type LivePorts = {
  /** Resolves to whether there was anything new. */
  readonly ask: () => Promise<boolean>;
  readonly sinceWatchMs: () => number;
  readonly visible: () => boolean;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => number;
  readonly cancel: (timer: number) => void;
};

export type Live = ReturnType<typeof createLive>;

/** Keeps a page up to date while it is looked at: asks often after activity, seldom later, never while hidden. */
export function createLive({ ask, sinceWatchMs, visible, now, later, cancel }: LivePorts) {
  let running = false;
  let asking = false;
  let timer: number | null = null;
  let activeAt = now();

  function schedule(): void {
    if (timer !== null) cancel(timer);
    timer = running && visible() ? later(turn, pollDelay(now() - activeAt, sinceWatchMs())) : null;
  }

  async function turn(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      if (await ask()) activeAt = now();
    } finally {
      asking = false;
      schedule();
    }
  }

  return {
    start(): void {
      running = true;
      activeAt = now();
      schedule();
    },
    stop(): void {
      running = false;
      schedule();
    },
    /** Something happened: the person did something, or posted something. */
    touch(): void {
      const wasQuick = pollDelay(now() - activeAt, sinceWatchMs()) === QUICK_MS;
      activeAt = now();
      if (!wasQuick && !asking) schedule();
    },
    /** The page is looked at again, or the network is back: ask at once. Hidden: pause. */
    look(): void {
      activeAt = now();
      if (running && visible()) void turn();
      else schedule();
    },
  };
}
