import { Alarms } from "./alarms.ts";
import { Body } from "./body.ts";
import { VirtualClock } from "./clock.ts";
import type { SimulatorError } from "./errors.ts";
import { EventLog, Signal } from "./events.ts";
import { WatchFiles } from "./files.ts";
import { Link } from "./link.ts";
import { Motor } from "./motor.ts";
import type { LoadedPackage, Variant } from "./package.ts";
import type { Platform } from "./platform.ts";
import { WatchScreen } from "./screen.ts";
import { type Store, scoped } from "./store.ts";

export type Modal = { content: string; confirm: string; cancel: string; answer: (confirmed: boolean) => void };

/** Everything of a watch that outlives the app: motor, sensors, disk, alarms, link, screen, clock. */
export type Hardware = {
  platform: Platform;
  variant: Variant;
  model: string;
  apiLevel: string;
  language: string;
  loaded: LoadedPackage;
  clock: VirtualClock;
  events: EventLog;
  motor: Motor;
  body: Body;
  files: WatchFiles;
  /** `localStorage` of the Mini Program. */
  keyValues: Store;
  alarms: Alarms;
  link: Link;
  screen: WatchScreen;
  /** Share by which timers run late; see the switch "timer drift". */
  timerDrift: number;
  /** Switch: milliseconds that one timer comes late on top of that; asked for each timer. */
  timerLateMs: () => number;
  /** Charge of the battery in percent. */
  batteryPct: number;
  toast: string | null;
  modal: Modal | null;
  /** Toast, modal or the page as a whole changed. */
  overlay: Signal;
  violations: SimulatorError[];
};

/** Half a second in thirty, as reported from the field. */
export const FIELD_DRIFT = 0.5 / 30;

export const CHARGED_PCT = 82;
export const LOW_PCT = 7;

export type HardwareOptions = {
  platform: Platform;
  variant: Variant;
  model: string;
  apiLevel: string;
  language: string;
  loaded: LoadedPackage;
  clockStartMs: number;
  screenTimeoutMs: number | null;
};

export function createHardware(options: HardwareOptions): Hardware {
  const { platform, clockStartMs, screenTimeoutMs, ...rest } = options;
  const clock = new VirtualClock(platform, clockStartMs);
  const events = new EventLog(() => clock.now());
  const body = new Body(clock, events);
  return {
    ...rest,
    platform,
    clock,
    events,
    motor: new Motor(
      () => clock.now(),
      events,
      (vibration) => body.feel(vibration.pulses),
    ),
    body,
    files: new WatchFiles(scoped(platform.store, "watch/files/")),
    keyValues: scoped(platform.store, "watch/storage/"),
    alarms: new Alarms(clock, scoped(platform.store, "watch/")),
    link: new Link(clock, events),
    screen: new WatchScreen(clock, events, screenTimeoutMs),
    timerDrift: 0,
    timerLateMs: () => 0,
    batteryPct: CHARGED_PCT,
    toast: null,
    modal: null,
    overlay: new Signal(),
    violations: [],
  };
}

/** Keeps a use that the platform does not offer, once. */
export function noteViolation(hardware: Hardware, error: SimulatorError): void {
  if (hardware.violations.includes(error)) return;
  hardware.violations.push(error);
  hardware.events.add("error", error.message);
}
