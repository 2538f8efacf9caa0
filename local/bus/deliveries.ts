import { randomUUID } from "node:crypto";
import { DurableLog } from "../data/durable-log.ts";
import type { Faults } from "../faults.ts";
import type { FunctionRuntime } from "../functions/runtime.ts";
import type { FunctionError } from "../functions/worker.ts";
import type { Guests } from "../guests.ts";
import type { FunctionSpec } from "../template/model.ts";
import type { Delivery, NewDelivery } from "./delivery.ts";
import { Failures, type FailuresOptions } from "./failures.ts";
import { Lanes } from "./lanes.ts";
import { Settling } from "./settling.ts";

type Entry = { readonly op: "due"; readonly delivery: Delivery } | { readonly op: "done"; readonly id: string };

export type DeliveryOptions = FailuresOptions & {
  readonly path: string;
  readonly runtime: FunctionRuntime;
  readonly faults: Faults;
  readonly guests: Guests;
  /** Resolves when everything that functions have written into the table so far is on the disk. */
  readonly written: () => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/**
 * Lambda's asynchronous calls: each is on the disk before it is accepted, is made at least once, tried again as the function's
 * configuration says, and ends in a dead-letter queue when it keeps failing. What a crash interrupted starts again.
 */
export class Deliveries {
  private readonly pending = new Map<string, Delivery>();
  private readonly settling: Settling;
  private readonly lanes: Lanes;
  private readonly failures: Failures;
  private readonly idleWaiters: (() => void)[] = [];
  private accepting = 0;
  private stopped = false;
  private log: DurableLog<Entry> | null = null;

  constructor(private readonly options: DeliveryOptions) {
    this.lanes = new Lanes((delivery) => this.run(delivery), options.guests);
    this.failures = new Failures(options);
    this.settling = new Settling({ ...options, done: (ids) => this.write(ids.map((id) => ({ op: "done", id }))) });
  }

  static async open(options: DeliveryOptions): Promise<Deliveries> {
    const deliveries = new Deliveries(options);
    const { pending, settling } = deliveries;
    deliveries.log = await DurableLog.open<Entry>(
      options.path,
      (entry) => {
        if (entry.op === "due") pending.set(entry.delivery.id, entry.delivery);
        else pending.delete(entry.id);
      },
      {
        count: () => pending.size + settling.size,
        records: () => [...pending.values(), ...settling.values()].map((delivery): Entry => ({ op: "due", delivery })),
      },
    );
    return deliveries;
  }

  /** Starts what is due; call once everything that the functions need is up. */
  start(): void {
    for (const delivery of [...this.pending.values()]) this.arm(delivery);
  }

  /** Resolves when every one is on the disk. @throws Error when they could not be written; none is then delivered */
  async accept(fresh: readonly NewDelivery[]): Promise<void> {
    const now = this.options.clock.now();
    const copies = this.options.faults.duplicateDeliveries ? [...fresh, ...fresh] : fresh;
    const accepted = copies.map(
      (delivery): Delivery => ({ ...delivery, id: randomUUID(), acceptedAt: now, failures: 0, dueAt: now }),
    );
    this.accepting += 1;
    for (const delivery of accepted) this.pending.set(delivery.id, delivery);
    try {
      await this.write(accepted.map((delivery) => ({ op: "due", delivery })));
      for (const delivery of accepted) this.arm(delivery);
    } catch (error) {
      for (const { id } of accepted) this.pending.delete(id);
      throw error;
    } finally {
      this.accepting -= 1;
      this.noticeIdle();
    }
  }

  /** Resolves when nothing runs and nothing is due; what waits for another try does not count. */
  async whenIdle(): Promise<void> {
    if (this.isIdle()) return;
    await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  health(): { backlog: number; retrying: number } {
    const retrying = [...this.pending.values()].filter((delivery) => delivery.failures > 0).length;
    return { backlog: this.pending.size, retrying };
  }

  /** Starts nothing more. What fails from now on fails because the host stops, and is made again at the next start. */
  async halt(): Promise<void> {
    this.stopped = true;
    this.noticeIdle();
  }

  async close(): Promise<void> {
    await this.settling.close();
    await this.log?.close();
  }

  private arm(delivery: Delivery): void {
    if (delivery.dueAt <= this.options.clock.now()) this.lanes.add(delivery);
    else this.options.clock.at(delivery.dueAt, () => this.lanes.add(delivery));
  }

  private async run(delivery: Delivery): Promise<void> {
    if (this.stopped) return;
    try {
      await this.deliver(delivery);
    } catch (error) {
      // The disk refused what came of it: the delivery is still in the log and is made again at the next start.
      this.options.onError(error);
    }
    setImmediate(() => this.noticeIdle());
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const spec = this.options.runtime.specOf(delivery.functionArn);
    if (spec === undefined) {
      await this.failures.withoutFunction(delivery);
      return this.finish(delivery);
    }
    const outcome = await this.options.runtime.invoke(spec, JSON.stringify(delivery.payload));
    if ("error" in outcome) {
      if (this.stopped) return;
      return this.failed(delivery, spec, outcome.error);
    }
    if (this.options.faults.dropAcks > 0) {
      this.options.faults.dropAcks -= 1;
      return this.arm(delivery);
    }
    this.finish(delivery);
  }

  private async failed(delivery: Delivery, spec: FunctionSpec, error: FunctionError): Promise<void> {
    const again = await this.failures.afterCall(delivery, spec, error);
    if (again === null) return this.finish(delivery);
    this.pending.set(delivery.id, again);
    this.arm(again);
    await this.write([{ op: "due", delivery: again }]);
  }

  private finish(delivery: Delivery): void {
    this.pending.delete(delivery.id);
    this.settling.add(delivery);
  }

  private async write(entries: readonly Entry[]): Promise<void> {
    await this.log?.append(entries);
  }

  private isIdle(): boolean {
    if (this.stopped) return true;
    return this.accepting === 0 && this.lanes.idle;
  }

  private noticeIdle(): void {
    if (!this.isIdle()) return;
    for (const resolve of this.idleWaiters.splice(0)) resolve();
  }
}
