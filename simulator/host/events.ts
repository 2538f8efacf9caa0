export type EventKind =
  | "vibration"
  | "page"
  | "app"
  | "service"
  | "alarm"
  | "link"
  | "screen"
  | "phone"
  | "sensor"
  | "storage"
  | "log"
  | "error";

/** `at`: milliseconds since 1970 on the watch. */
export type DeviceEvent = { at: number; kind: EventKind; text: string };

const LONGEST = 2_000;

/** What happened on the watch and the phone, oldest first. */
export class EventLog {
  readonly entries: DeviceEvent[] = [];
  readonly #now: () => number;
  readonly #listeners = new Set<(event: DeviceEvent) => void>();

  constructor(now: () => number) {
    this.#now = now;
  }

  add(kind: EventKind, text: string): void {
    const event = { at: this.#now(), kind, text };
    this.entries.push(event);
    if (this.entries.length > LONGEST) this.entries.shift();
    for (const listener of this.#listeners) listener(event);
  }

  subscribe(listener: (event: DeviceEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A value that others watch. */
export class Signal {
  readonly #listeners = new Set<() => void>();

  emit(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
