import type { TimerHandle, VirtualClock } from "./clock.ts";
import type { EventLog } from "./events.ts";
import { Signal } from "./events.ts";

/** How long a page outlives the screen. Source: docs/reference/device-app-api/newAPI/display/setWakeUpRelaunch. */
export const PAGE_OUTLIVES_SCREEN_MS = 10_000;

/**
 * The screen. By itself it goes dark only when `timeoutMs` is set (the wearer we simulate keeps the wrist up); a page's
 * bright time holds it longer.
 */
export class WatchScreen {
  readonly changed = new Signal();
  /** Called when a page must end because the screen has been dark for ten seconds. */
  onPageEnd: () => void = () => undefined;
  /** Called when the screen comes on again. */
  onWake: () => void = () => undefined;
  #on = true;
  #timeoutMs: number | null;
  #brightMs: number | null = null;
  #dark: TimerHandle | null = null;
  #end: TimerHandle | null = null;
  readonly #clock: VirtualClock;
  readonly #events: EventLog;

  constructor(clock: VirtualClock, events: EventLog, timeoutMs: number | null) {
    this.#clock = clock;
    this.#events = events;
    this.#timeoutMs = timeoutMs;
    this.#rearm();
  }

  isOn(): boolean {
    return this.#on;
  }

  /** A touch or key: the time until dark begins anew. */
  touch(): void {
    if (this.#on) this.#rearm();
  }

  /** The system's own time until dark; null: it stays lit. */
  timeoutMs(): number | null {
    return this.#timeoutMs;
  }

  setTimeout(ms: number | null): void {
    this.#timeoutMs = ms;
    this.#rearm();
  }

  /** A page's bright time; null returns to the system's own. */
  setBrightTime(ms: number | null): void {
    this.#brightMs = ms;
    this.#rearm();
  }

  set(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    this.#events.add("screen", on ? "Screen on" : "Screen off", { code: on ? "screenOn" : "screenOff" });
    this.#rearm();
    this.#end?.cancel();
    this.#end = on ? null : this.#clock.schedule(PAGE_OUTLIVES_SCREEN_MS, () => this.onPageEnd());
    this.changed.emit();
    if (on) this.onWake();
  }

  #rearm(): void {
    this.#dark?.cancel();
    this.#dark = null;
    if (!this.#on || this.#timeoutMs === null) return;
    const ms = this.#brightMs ?? this.#timeoutMs;
    this.#dark = this.#clock.schedule(ms, () => this.set(false));
  }
}
