/** How long one stretch of a vibration feels. */
export type Felt = "short" | "middle" | "long";

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

/** What happened, by a name that a page can say in the person's language, with one value where it has one. */
export type Said =
  | { code: "pageEnded" | "killed" | "rebooted" | "face" | "linkUp" | "linkDown" | "screenOn" | "screenOff" }
  | { code: "phoneStarted" | "phoneEnded" | "contactLost" | "contact" | "noFile" | "tearing" }
  | { code: "sound" | "page" | "card" | "notified" | "service" | "writeRefused" | "damaged"; value: string }
  | { code: "vibration"; felt: readonly Felt[] };

/** `at`: milliseconds since 1970 on the watch. `text`: for the log, in English. Without `said` only builders care. */
export type DeviceEvent = { at: number; kind: EventKind; text: string; said?: Said };

const LONGEST = 2_000;

/** What happened on the watch and the phone, oldest first. */
export class EventLog {
  readonly entries: DeviceEvent[] = [];
  readonly #now: () => number;
  readonly #listeners = new Set<(event: DeviceEvent) => void>();

  constructor(now: () => number) {
    this.#now = now;
  }

  add(kind: EventKind, text: string, said?: Said): void {
    const event = { at: this.#now(), kind, text, ...(said === undefined ? {} : { said }) };
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
