import type { LogEvent } from "../../core/contract/event.ts";
import type { Decision } from "../../core/contract/plan.ts";
import { isDeleted } from "../../lambdas/adapters/people.ts";
import type { Alarm } from "../../lambdas/adapters/scheduler.ts";
import { textIn } from "../../lambdas/adapters/squeeze.ts";
import type { Store } from "../../lambdas/adapters/store.ts";
import { type PlanPorts, plan } from "../../lambdas/plan/plan.ts";
import { foldFrom } from "../../lambdas/record/fold.ts";
import { record } from "../../lambdas/record/record.ts";
import { PERSON } from "./events.ts";
import { glancing, Memory } from "./memory.ts";
import { rowsIn } from "./truth.ts";

export const NOON = "2026-11-22T12:00:00Z";

/** One person's cloud in which nothing happens by itself. */
export class Desk {
  readonly memory = new Memory();
  readonly emitted: { type: string; detail: unknown }[] = [];
  alarm: Alarm | null = null;
  /** Something that happens in the middle of the next access of a kind, once. */
  interruption: { at: "query" | "schedule"; run: () => Promise<void> } | null = null;
  constructor(public now = NOON) {}

  readonly ports: PlanPorts = {
    store: this.interrupted(this.memory.store()),
    glances: glancing(this.memory.store()),
    emit: async (type, detail) => void this.emitted.push({ type, detail }),
    schedule: async (_person, alarm) => {
      await this.interrupt("schedule");
      this.alarm = alarm;
    },
    pause: async () => {},
    hasTime: () => true,
    now: () => Date.parse(this.now),
    random: () => new Uint8Array(10),
  };

  async record(...events: LogEvent[]): Promise<void> {
    for (const event of events) {
      const times = { at: event.at, receivedAt: this.now };
      const meta = { id: event.id, person: PERSON, deviceId: null, ...times, causationId: null, traceId: "t" };
      await record(
        { ...this.ports, store: this.memory.store(), isDeleted, fold: foldFrom },
        { id: event.id, detail: { meta, event } },
      );
    }
  }

  readonly plan = (): Promise<void> => plan(this.ports, PERSON);
  get rev(): number {
    return Number(rowsIn(this.memory, "P#")[0]?.rev ?? 0);
  }
  get decision(): Decision {
    return JSON.parse(textIn(rowsIn(this.memory, "P#")[0]?.decision));
  }

  private interrupted(store: Store): Store {
    return {
      ...store,
      query: async (pk, range) => {
        const rows = await store.query(pk, range);
        if (range.from?.startsWith("S#") === true) await this.interrupt("query");
        return rows;
      },
    };
  }

  private async interrupt(at: "query" | "schedule"): Promise<void> {
    if (this.interruption?.at !== at) return;
    const { run } = this.interruption;
    this.interruption = null;
    await run();
  }
}
