import * as v from "valibot";
import { LogDetail, PROGRESS_UPDATED, REMINDER_DUE, Reminder } from "../../../core/contract/bus.ts";
import type { LogEvent } from "../../../core/contract/event.ts";
import { BackstrideError } from "../../../core/error.ts";
import type { BusEntry, Send } from "../../../lambdas/adapters/bus.ts";
import { key, personKey } from "../../../lambdas/adapters/keys.ts";
import { isDeleted } from "../../../lambdas/adapters/people.ts";
import { type Calls, scheduling } from "../../../lambdas/adapters/scheduler.ts";
import type { Store } from "../../../lambdas/adapters/store.ts";
import { ingest } from "../../../lambdas/ingest/ingest.ts";
import { plan } from "../../../lambdas/plan/plan.ts";
import { foldFrom } from "../../../lambdas/record/fold.ts";
import { record } from "../../../lambdas/record/record.ts";
import { remind } from "../../../lambdas/remind/remind.ts";
import { DEVICE, firstVisit, PERSON } from "../events.ts";
import { type Gate, glancing, Memory } from "../memory.ts";
import { Runs } from "../runs.ts";
import { rowsIn } from "../truth.ts";
import type { Turns } from "../turns.ts";
import { Schedules } from "./schedules.ts";
import { eventOf, type Told } from "./told.ts";

/** How the next run that is started fares: where it crashes (0: nowhere), and whether it is started a second time. */
export type Fate = { readonly crashAt: number; readonly twice: boolean };
/** What a broken variant of the pipeline is told, or says, in place of the truth. */
export type Lies = {
  readonly store: (store: Store) => Store;
  readonly send: (send: Send) => Send;
  readonly calls: (calls: Calls) => Calls;
};
export const NO_LIES: Lies = { store: (store) => store, send: (send) => send, calls: (calls) => calls };

const SOON_MS = 5_000;

/**
 * A whole cloud with its clock, and one person with a watch and a browser. The functions are the real ones; table, bus,
 * archive and scheduler are in memory, deliver at least once, and refuse what they are told to.
 */
export class World {
  readonly memory = new Memory();
  readonly schedules = new Schedules();
  now = Date.parse("2026-11-16T05:00:00Z");
  /** Everything that the bus has taken, in order. */
  readonly archive: BusEntry[] = [];
  outbox: readonly LogEvent[] = firstVisit("2026-11-15");
  readonly told: LogEvent[] = [...this.outbox];
  readonly acked = new Set<string>();
  readonly said: { readonly reminder: Reminder; readonly atMs: number }[] = [];
  /** When `plan` last ended well, and when an alarm was last set or cleared. */
  plannedMs = 0;
  armedMs = 0;
  /** So many of the next entries the bus refuses. */
  refuse = 0;
  private readonly runs: Runs;
  private fated = 0;

  constructor(
    turns: Turns,
    private readonly fates: readonly Fate[],
    private readonly lies: Lies = NO_LIES,
  ) {
    this.runs = new Runs(turns);
  }

  tell(told: Told): void {
    const planId = rowsIn(this.memory, "P#")[0]?.planId;
    const event = eventOf(told, {
      nowMs: this.now,
      planId: planId === undefined ? null : String(planId),
      earlier: this.told,
    });
    if (event === null) return;
    this.told.push(event);
    this.outbox = [...this.outbox, event];
  }

  /** Watch and browser send what they have; without an answer they keep it. */
  sync(answered: boolean): void {
    // An outbox has one record under an id; a twin of it is somebody else's, and comes another time.
    const first = this.outbox.filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at);
    const isWatch = ({ source }: LogEvent) => source === "watch";
    this.post(first.filter(isWatch).slice(0, 10), DEVICE, answered);
    this.post(first.filter((event) => !isWatch(event)).slice(0, 10), null, answered);
  }

  /** The bus delivers the latest of its archive once more, the newest first. */
  replay(entries: number): void {
    for (const entry of this.archive.slice(-entries).reverse()) this.deliver(entry);
  }

  /** Moves the clock to the next alarm before `untilMs` and rings it; false when there is none. */
  ringBefore(untilMs: number): boolean {
    const due = this.schedules.next();
    if (due === null || due.atMs > untilMs) return false;
    this.now = Math.max(this.now, due.atMs + SOON_MS);
    due.rung = true;
    this.begin((gate) => remind(this.ports(gate), v.parse(Reminder, due.input)));
    return true;
  }

  /** The person deletes the account: this is its tombstone. */
  leave(): void {
    const deletedAt = new Date(this.now).toISOString();
    this.begin(async (gate) => {
      await this.store(gate).put({ pk: personKey(PERSON), sk: key.account, deletedAt });
    });
  }

  /** Lets everything that was started come to its end. */
  readonly settle = (): Promise<void> => this.runs.finish();

  private begin(run: (gate: Gate) => Promise<void>): void {
    const { crashAt, twice } = this.fates[this.fated++] ?? { crashAt: 0, twice: false };
    this.runs.start(crashAt, run);
    if (twice) this.runs.start(0, run);
  }

  private post(events: readonly LogEvent[], deviceId: string | null, answered: boolean): void {
    if (events.length === 0) return;
    const body = JSON.parse(JSON.stringify({ events }));
    this.begin(async (gate) => {
      const ports = {
        ...this.ports(gate),
        glance: glancing(this.store(gate)),
        send: this.lies.send(this.send(gate)),
        traceId: "t",
      };
      const answer = await ingest(ports, { person: PERSON, deviceId, scopes: [] }, body);
      if (!answered) return;
      for (const id of answer.acked) this.acked.add(id);
      const over = new Set([...answer.acked, ...answer.rejected.map(({ id }) => id)]);
      this.outbox = this.outbox.filter((event) => !(events.includes(event) && over.has(event.id)));
    });
  }

  private deliver({ type, detail }: BusEntry): void {
    const delivery = { id: `delivery-${this.archive.length}`, detail };
    if (type === PROGRESS_UPDATED) this.begin((gate) => this.plan(gate));
    else if (v.is(LogDetail, detail))
      this.begin((gate) => record({ ...this.ports(gate), isDeleted, fold: foldFrom }, delivery));
  }

  private async plan(gate: Gate): Promise<void> {
    await plan({ ...this.ports(gate), glances: glancing(this.store(gate)), random: () => new Uint8Array(10) }, PERSON);
    this.plannedMs = this.now;
  }

  private ports(gate: Gate) {
    const schedule = scheduling(this.lies.calls(this.schedules.calls(gate)));
    return {
      store: this.store(gate),
      emit: async (type: string, detail: unknown) => {
        const [durable] = await this.send(gate)([{ type, detail }]);
        if (durable !== true) throw new BackstrideError("unavailable", "refused", { retryable: true });
      },
      schedule: async (...of: Parameters<typeof schedule>) => {
        await schedule(...of);
        this.armedMs = this.now;
      },
      pause: gate,
      hasTime: () => true,
      now: () => this.now,
    };
  }

  private store(gate: Gate): Store {
    return this.lies.store(this.memory.store(gate));
  }

  private send(gate: Gate): Send {
    return async (entries) => {
      await gate();
      return entries.map((entry) => {
        if (this.refuse > 0) {
          this.refuse -= 1;
          return false;
        }
        this.archive.push(entry);
        if (entry.type === REMINDER_DUE) this.said.push({ reminder: entry.detail as Reminder, atMs: this.now });
        this.deliver(entry);
        return true;
      });
    };
  }
}
