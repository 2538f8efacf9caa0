import type { Delivery } from "./delivery.ts";

export type SettlingOptions = {
  /** Resolves when everything that functions have written so far is on the disk. */
  readonly written: () => Promise<void>;
  /** Resolves when the log says on the disk that these are done. */
  readonly done: (ids: readonly string[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/** A disk takes as long for one as for a hundred, so those of this time go together. */
const TOGETHER_MS = 500;

/**
 * Deliveries that went through, until their outcome would survive a power cut: first what they wrote is on the disk, then that they are
 * done. One that the power cut was faster than is delivered again. What the disk refuses is tried again as long as the host runs.
 */
export class Settling {
  private readonly waiting = new Map<string, Delivery>();
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(private readonly options: SettlingOptions) {}

  get size(): number {
    return this.waiting.size;
  }

  values(): Iterable<Delivery> {
    return this.waiting.values();
  }

  add(delivery: Delivery): void {
    this.waiting.set(delivery.id, delivery);
    this.arm();
  }

  /** Settles what is left; no more may be added. */
  async close(): Promise<void> {
    await this.round;
    clearTimeout(this.timer);
    if (this.waiting.size > 0) await this.settle();
    clearTimeout(this.timer);
  }

  private arm(): void {
    this.timer ??= setTimeout(() => {
      this.round = this.settle();
    }, TOGETHER_MS);
  }

  private async settle(): Promise<void> {
    const ids = [...this.waiting.keys()];
    try {
      await this.options.written();
      await this.options.done(ids);
      for (const id of ids) this.waiting.delete(id);
    } catch (error) {
      this.options.onError(error);
    }
    this.timer = undefined;
    if (this.waiting.size > 0) this.arm();
  }
}
