import type { Alarm, Calls } from "../../../lambdas/adapters/scheduler.ts";
import type { Gate } from "../memory.ts";

type Kept = Alarm & { rung: boolean };
type Input = Parameters<Calls["create"]>[0];

/** EventBridge Scheduler in memory: one-time schedules that stay when they have rung. */
export class Schedules {
  private readonly kept = new Map<string, Kept>();

  /** Those that still will ring. */
  get live(): Kept[] {
    return [...this.kept.values()].filter(({ rung }) => !rung);
  }

  /** The one that rings first. */
  next(): Kept | null {
    return this.live.sort((a, b) => a.atMs - b.atMs)[0] ?? null;
  }

  calls(gate: Gate): Calls {
    return {
      update: async (input) => {
        await gate();
        return this.kept.has(String(input.Name)) && this.keep(input);
      },
      create: async (input) => {
        await gate();
        return !this.kept.has(String(input.Name)) && this.keep(input);
      },
      remove: async (name) => {
        await gate();
        this.kept.delete(name);
      },
    };
  }

  private keep({ Name, ScheduleExpression, Target }: Input): true {
    const atMs = Date.parse(`${ScheduleExpression?.slice(3, -1)}Z`);
    this.kept.set(String(Name), { atMs, input: JSON.parse(Target?.Input ?? "{}"), rung: false });
    return true;
  }
}
