import fc from "fast-check";

/** Who goes next, and for how many accesses in a row. Long turns matter: most races need one run to stand still while another ends. */
export type Turn = readonly [pick: number, length: number];

export const turnsOf: fc.Arbitrary<Turn[]> = fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 25 })), {
  maxLength: 60,
});

type Waiting = { readonly run: number; readonly go: () => void };

/** Lets concurrent runs pass one access at a time, in the order that a list of turns says; afterwards the first one waiting. */
export class Turns {
  private waiting: Waiting[] = [];
  private current: number | null = null;
  private left = 0;
  private next = 0;

  constructor(private readonly turns: readonly Turn[]) {}

  /** Resolves when it is the turn of `run`. */
  wait(run: number): Promise<void> {
    return new Promise((go) => this.waiting.push({ run, go }));
  }

  /** Gives turns until nobody waits any more. */
  async giveAll(): Promise<void> {
    for (;;) {
      // Everything in memory is settled by now, up to the next access of each run.
      await new Promise((settled) => setImmediate(settled));
      const chosen = this.choose();
      if (chosen === undefined) return;
      this.waiting = this.waiting.filter((one) => one !== chosen);
      chosen.go();
    }
  }

  private choose(): Waiting | undefined {
    const same = this.waiting.find(({ run }) => run === this.current);
    if (same !== undefined && this.left > 0) {
      this.left -= 1;
      return same;
    }
    const [pick, length] = this.turns[this.next++] ?? [0, 1];
    const chosen = this.waiting[pick % Math.max(1, this.waiting.length)];
    this.current = chosen?.run ?? null;
    this.left = length - 1;
    return chosen;
  }
}
