import type { NewDelivery } from "../bus/delivery.ts";
import type { Clock } from "../clock.ts";
import { DurableLog } from "../data/durable-log.ts";
import { type AwsAnswer, AwsError, type AwsRequest } from "./protocol.ts";
import { dueAtOf, type Schedule, scheduleOf } from "./schedule.ts";

type Entry = { readonly op: "put"; readonly schedule: Schedule } | { readonly op: "delete"; readonly key: string };

export type SchedulerOptions = {
  readonly path: string;
  readonly clock: Clock;
  readonly groups: readonly string[];
  readonly knows: (functionArn: string) => boolean;
  readonly accept: (deliveries: readonly NewDelivery[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
};

const keyOf = (group: string, name: string): string => `${group}/${name}`;

/** EventBridge Scheduler's one-time schedules, kept on disk; one that came due while the host was off fires at its start. */
export class Scheduler {
  private readonly schedules = new Map<string, Schedule>();
  private readonly timers = new Map<string, () => void>();
  private readonly firing = new Set<Promise<void>>();
  private log: DurableLog<Entry> | null = null;

  constructor(private readonly options: SchedulerOptions) {}

  static async open(options: SchedulerOptions): Promise<Scheduler> {
    const scheduler = new Scheduler(options);
    const { schedules } = scheduler;
    scheduler.log = await DurableLog.open<Entry>(
      options.path,
      (entry) => {
        if (entry.op === "put") schedules.set(keyOf(entry.schedule.GroupName, entry.schedule.Name), entry.schedule);
        else schedules.delete(entry.key);
      },
      {
        count: () => schedules.size,
        records: () => Array.from(schedules.values(), (schedule): Entry => ({ op: "put", schedule })),
      },
    );
    return scheduler;
  }

  start(): void {
    for (const schedule of this.schedules.values()) this.arm(schedule);
  }

  /** The live schedules, soonest first. */
  list(): Schedule[] {
    return [...this.schedules.values()].sort((a, b) => dueAtOf(a) - dueAtOf(b));
  }

  /** Whether a schedule has come due and its delivery is not yet on the disk. */
  get busy(): boolean {
    return this.firing.size > 0;
  }

  /** Resolves when what came due has been handed over. */
  async settled(): Promise<true> {
    await Promise.all(this.firing);
    return true;
  }

  /** `POST|PUT|GET|DELETE /schedules/{name}`. @throws AwsError as AWS answers */
  async serve(request: AwsRequest): Promise<AwsAnswer> {
    const name = decodeURIComponent(request.path.replace("/schedules/", ""));
    const group = String(request.query.get("groupName") ?? request.body.GroupName ?? "default");
    if (!this.options.groups.includes(group)) {
      throw new AwsError(404, "ResourceNotFoundException", `Schedule group ${group} does not exist.`);
    }
    return { contentType: "application/json", body: await this.act(request, group, name) };
  }

  async close(): Promise<void> {
    await this.log?.close();
  }

  private async act(request: AwsRequest, group: string, name: string): Promise<unknown> {
    const present = this.schedules.get(keyOf(group, name));
    if (request.method === "POST") {
      if (present !== undefined) throw new AwsError(409, "ConflictException", `Schedule ${name} already exists.`);
      return this.put(scheduleOf(request.body, group, name, this.options.knows));
    }
    if (present === undefined) {
      throw new AwsError(404, "ResourceNotFoundException", `Schedule ${name} does not exist.`);
    }
    if (request.method === "PUT") return this.put(scheduleOf(request.body, group, name, this.options.knows));
    if (request.method === "GET") return { ...present, Arn: arnOf(present) };
    if (request.method === "DELETE") return this.remove(present);
    throw new AwsError(400, "ValidationException", `${request.method} is not known here.`);
  }

  private async put(schedule: Schedule): Promise<{ ScheduleArn: string }> {
    this.schedules.set(keyOf(schedule.GroupName, schedule.Name), schedule);
    await this.log?.append([{ op: "put", schedule }]);
    this.arm(schedule);
    return { ScheduleArn: arnOf(schedule) };
  }

  private async remove(schedule: Schedule): Promise<Record<string, never>> {
    const key = keyOf(schedule.GroupName, schedule.Name);
    this.disarm(key);
    this.schedules.delete(key);
    await this.log?.append([{ op: "delete", key }]);
    return {};
  }

  private arm(schedule: Schedule): void {
    const key = keyOf(schedule.GroupName, schedule.Name);
    this.disarm(key);
    if (schedule.State === "DISABLED" || schedule.fired === true) return;
    this.timers.set(
      key,
      this.options.clock.at(dueAtOf(schedule), () => this.track(this.fire(schedule))),
    );
  }

  private disarm(key: string): void {
    this.timers.get(key)?.();
    this.timers.delete(key);
  }

  private track(firing: Promise<void>): void {
    this.firing.add(firing);
    void firing.finally(() => this.firing.delete(firing));
  }

  private async fire(schedule: Schedule): Promise<void> {
    try {
      // The delivery is on the disk before the schedule goes: a crash between the two fires twice rather than never.
      await this.options.accept([
        {
          functionArn: schedule.Target.Arn,
          payload: JSON.parse(schedule.Target.Input ?? "{}"),
          deadLetter: schedule.Target.DeadLetterConfig?.Arn ?? null,
        },
      ]);
      const key = keyOf(schedule.GroupName, schedule.Name);
      if (this.schedules.get(key) !== schedule) return;
      if (schedule.ActionAfterCompletion === "DELETE") await this.remove(schedule);
      else await this.put({ ...schedule, fired: true });
    } catch (error) {
      this.options.onError(error);
    }
  }
}

const arnOf = (schedule: Schedule): string =>
  `arn:aws:scheduler:local:000000000000:schedule/${schedule.GroupName}/${schedule.Name}`;
