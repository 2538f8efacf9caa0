import type { TimerHandle, VirtualClock } from "./clock.ts";
import type { Store } from "./store.ts";

/** `atMs`: when it is due; `everyMs` 0: once. `store`: survives a reboot. */
export type Alarm = { id: number; url: string; param: string; atMs: number; everyMs: number; store: boolean };

const KEY = "alarms";

/** The system's alarms for the package, on disk when they are to survive a reboot. */
export class Alarms {
  onDue: (alarm: Alarm) => void = () => undefined;
  /** Switch: how many milliseconds after its time an alarm rings. Nobody has measured real ones. */
  lateMs: () => number = () => 0;
  readonly #clock: VirtualClock;
  readonly #disk: Store;
  readonly #armed = new Map<number, { alarm: Alarm; timer: TimerHandle }>();
  #nextId = 1;

  constructor(clock: VirtualClock, disk: Store) {
    this.#clock = clock;
    this.#disk = disk;
    const saved = JSON.parse(disk.get(KEY) ?? "[]") as Alarm[];
    for (const alarm of saved) this.#arm(alarm);
  }

  set(alarm: Omit<Alarm, "id">): number {
    const id = this.#nextId;
    this.#arm({ ...alarm, id });
    this.#save();
    return id;
  }

  cancel(id: number): boolean {
    this.#armed.get(id)?.timer.cancel();
    const existed = this.#armed.delete(id);
    this.#save();
    return existed;
  }

  ids(): number[] {
    return [...this.#armed.keys()];
  }

  list(): Alarm[] {
    return [...this.#armed.values()].map(({ alarm }) => alarm);
  }

  /** Alarms that were not stored are gone after a reboot. */
  reboot(): void {
    for (const { alarm } of [...this.#armed.values()]) if (!alarm.store) this.cancel(alarm.id);
  }

  #arm(alarm: Alarm): void {
    this.#nextId = Math.max(this.#nextId, alarm.id + 1);
    const waitMs = alarm.atMs - this.#clock.now() + this.lateMs();
    const timer = this.#clock.schedule(waitMs, () => this.#fire(alarm));
    this.#armed.set(alarm.id, { alarm, timer });
  }

  #fire(alarm: Alarm): void {
    this.#armed.delete(alarm.id);
    if (alarm.everyMs > 0) this.#arm({ ...alarm, atMs: alarm.atMs + alarm.everyMs });
    this.#save();
    this.onDue(alarm);
  }

  #save(): void {
    this.#disk.set(KEY, JSON.stringify(this.list().filter((alarm) => alarm.store)));
  }
}
