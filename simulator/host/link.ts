import type { VirtualClock } from "./clock.ts";
import type { EventLog } from "./events.ts";
import { Signal } from "./events.ts";

export type FrameHandler = (frame: Uint8Array<ArrayBuffer>) => void;

/** How long a frame is under way. */
const DELAY_MS = 30;

/** The Bluetooth link between watch and phone. A frame under way when the link drops is lost, as on the air. */
export class Link {
  readonly changed = new Signal();
  onWatchFrame: FrameHandler = () => undefined;
  onPhoneFrame: FrameHandler = () => undefined;
  /** Switch: after how many milliseconds each copy of the next frame arrives. None: it is lost; two: it comes twice. */
  fate: (frame: Uint8Array) => readonly number[] = () => [DELAY_MS];
  #up = true;
  readonly #clock: VirtualClock;
  readonly #events: EventLog;

  constructor(clock: VirtualClock, events: EventLog) {
    this.#clock = clock;
    this.#events = events;
  }

  isUp(): boolean {
    return this.#up;
  }

  set(up: boolean): void {
    if (up === this.#up) return;
    this.#up = up;
    this.#events.add("link", up ? "Phone connected" : "Phone out of reach", { code: up ? "linkUp" : "linkDown" });
    this.changed.emit();
  }

  toPhone(frame: Uint8Array): boolean {
    return this.#send(frame, (copy) => this.onPhoneFrame(copy));
  }

  toWatch(frame: Uint8Array): boolean {
    return this.#send(frame, (copy) => this.onWatchFrame(copy));
  }

  #send(frame: Uint8Array, deliver: FrameHandler): boolean {
    if (!this.#up) return false;
    for (const delayMs of this.fate(frame)) this.#fly(Uint8Array.from(frame), delayMs, deliver);
    return true;
  }

  #fly(copy: Uint8Array<ArrayBuffer>, delayMs: number, deliver: FrameHandler): void {
    let lost = false;
    const stop = this.changed.subscribe(() => {
      lost = true;
    });
    this.#clock.schedule(delayMs, () => {
      stop();
      if (!lost) deliver(copy);
    });
  }
}
