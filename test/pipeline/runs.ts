import { BackstrideError } from "../../core/error.ts";
import type { Gate } from "./memory.ts";
import type { Turns } from "./turns.ts";

/** A function that the platform stopped at some point; whoever started it starts it again. */
class Crash extends Error {}
/** A mutant left early. */
export class Left extends Error {}

const MOST_TRIES = 40;

/** Runs of functions beside each other: they take turns at each access, and each may crash before one of its accesses, once. */
export class Runs {
  private started = 0;
  private running: Promise<void>[] = [];

  constructor(private readonly turns: Turns) {}

  /** Starts a run that crashes before its `crashAt`-th access (0: never), and is tried again until it is done. */
  start(crashAt: number, run: (gate: Gate) => Promise<void>): void {
    this.started += 1;
    this.running.push(this.untilDone(this.started, crashAt, run));
  }

  /** Gives turns until everything that was started, and whatever that started, is done. */
  async finish(): Promise<void> {
    await this.turns.giveAll();
    await Promise.all(this.running);
    this.running = [];
  }

  private async untilDone(id: number, crashAt: number, run: (gate: Gate) => Promise<void>): Promise<void> {
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      let passed = 0;
      const gate: Gate = async () => {
        await this.turns.wait(id);
        passed += 1;
        if (tries === 1 && passed === crashAt) throw new Crash();
      };
      try {
        return await run(gate);
      } catch (error) {
        if (error instanceof Left) return;
        if (!(error instanceof Crash) && !(error instanceof BackstrideError && error.retryable)) throw error;
      }
    }
    throw new Error(`Still not done after ${MOST_TRIES} tries`);
  }
}
