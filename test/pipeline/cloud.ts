import type { LogEvent } from "../../core/contract/event.ts";
import type { Emit } from "../../lambdas/adapters/bus.ts";
import { isDeleted } from "../../lambdas/adapters/people.ts";
import type { Alarm } from "../../lambdas/adapters/scheduler.ts";
import type { Store } from "../../lambdas/adapters/store.ts";
import { plan } from "../../lambdas/plan/plan.ts";
import { foldFrom } from "../../lambdas/record/fold.ts";
import { record } from "../../lambdas/record/record.ts";
import { PERSON } from "./events.ts";
import { type Gate, glancing, Memory } from "./memory.ts";
import { Runs } from "./runs.ts";
import type { Turns } from "./turns.ts";

/** One delivery of an event: to be given `copies` times, and to crash before its `crashAt`-th access (0: never). */
export type Delivery = { readonly event: LogEvent; readonly crashAts: readonly number[] };

/** The consumers under test; a mutant replaces one of them, or lies to it about the table. */
export type Consumers = {
  readonly record: typeof record;
  readonly plan: typeof plan;
  readonly seenBy: (store: Store) => Store;
};

export const REAL: Consumers = { record, plan, seenBy: (store) => store };

/** A table, a bus and an alarm in memory, whose consumers run at once and take turns as a schedule says. */
export class Cloud {
  readonly memory = new Memory();
  alarm: Alarm | null = null;
  private planned = 0;
  private readonly runs: Runs;

  constructor(
    turns: Turns,
    private readonly now: number,
    /** Where the runs of `plan` crash, in the order in which they start. */
    private readonly planCrashAts: readonly number[],
    private readonly consumers: Consumers = REAL,
  ) {
    this.runs = new Runs(turns);
  }

  /** This cloud, as another one left its table and alarm. */
  after(earlier: Cloud): this {
    for (const [id, row] of earlier.memory.rows) this.memory.rows.set(id, row);
    this.alarm = earlier.alarm;
    return this;
  }

  /** Delivers everything at once, then whatever that causes, until nothing is left to run. */
  async run(deliveries: readonly Delivery[]): Promise<void> {
    for (const { event, crashAts } of deliveries) {
      for (const crashAt of crashAts) this.runs.start(crashAt, (gate) => this.record(event, gate));
    }
    await this.runs.finish();
  }

  private async record(event: LogEvent, gate: Gate): Promise<void> {
    const receivedAt = new Date(this.now).toISOString();
    const meta = {
      id: event.id,
      person: PERSON,
      deviceId: null,
      at: event.at,
      receivedAt,
      causationId: null,
      traceId: "t",
    };
    const emit: Emit = async () => {
      await gate();
      this.runs.start(this.planCrashAts[this.planned++] ?? 0, (next) => this.plan(next));
    };
    const store = this.consumers.seenBy(this.memory.store(gate));
    const ports = { store, emit, pause: gate, hasTime: () => true, isDeleted, fold: foldFrom, now: () => this.now };
    await this.consumers.record(ports, { id: event.id, detail: { meta, event } });
  }

  private plan(gate: Gate): Promise<void> {
    const store = this.consumers.seenBy(this.memory.store(gate));
    const ports = {
      store,
      glances: glancing(store),
      emit: gate,
      schedule: async (_person: string, alarm: Alarm | null) => {
        await gate();
        this.alarm = alarm;
      },
      pause: gate,
      hasTime: () => true,
      now: () => this.now,
      random: () => new Uint8Array(10),
    };
    return this.consumers.plan(ports, PERSON);
  }
}
