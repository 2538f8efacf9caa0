import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createDevice, type Device } from "../host/device.ts";
import type { SimulatorError } from "../host/errors.ts";
import type { DeviceEvent } from "../host/events.ts";
import type { Vibration } from "../host/motor.ts";
import type { PackageManifest } from "../host/package.ts";
import type { BodyShape } from "../host/phone/fetch.ts";
import type { PhoneFetch } from "../host/platform.ts";
import { parseRecording } from "../host/recording.ts";
import { memoryStore, type Store } from "../host/store.ts";
import type { Gesture, Key } from "../host/watch.ts";
import { findField, findTarget, readScreen, type ScreenContent, settingsTexts } from "./headless.ts";
import { nodePlatform } from "./platform.ts";

export type { PhoneAnswer, PhoneFetch, PhoneRequest } from "../host/platform.ts";
export type { ScreenContent } from "./headless.ts";

export type StartOptions = {
  /** `dist/watch/unpacked`. */
  packageDir: string;
  /** Id of a variant of the manifest, for example `round-480`. */
  variant: string;
  /** The network behind the phone. */
  fetch: PhoneFetch;
  /** Watch time at the start, milliseconds since 1970. It never passes `realNow`. */
  clockStartMs: number;
  model?: string;
  /** A recording for the sensors (`t_s,heart_rate_bpm,…`); else the synthetic runner. */
  csv?: string;
  /** Settings the phone starts with. */
  settings?: Record<string, string>;
  /** What outlives the watch; hand in the same one to start again where another stopped. */
  store?: Store;
  language?: string;
  bodyShape?: BodyShape;
  screenTimeoutMs?: number;
  /** The real now; tests that need a longer day hand in a later one. */
  realNow?: () => number;
};

/** A simulated watch and phone in Node. Every method resolves when all that follows at once from it has happened. */
export type SimulatedWatch = {
  readonly device: Device;
  readonly clock: {
    now(): number;
    /** Moves on by so many virtual milliseconds. */
    advance(ms: number): Promise<void>;
    /** Moves on until `done` holds, at most `maxMs`. @throws Error when it does not come true */
    until(done: () => boolean, maxMs: number): Promise<void>;
  };
  screen(): ScreenContent;
  /** Taps a button by its text. */
  tap(label: string): Promise<void>;
  press(key: Key, long?: boolean): Promise<void>;
  swipe(gesture: Gesture): Promise<void>;
  /** Screen on or off. */
  light(on: boolean): Promise<void>;
  readonly vibrations: readonly Vibration[];
  readonly events: readonly DeviceEvent[];
  /** Uses of the platform that it does not offer; empty for a good package. */
  readonly violations: readonly SimulatorError[];
  /** Ends the app at once, as a crash does. */
  kill(): Promise<void>;
  /** Opens the app from the watch face. */
  boot(): Promise<void>;
  /** Switches the watch off and on. */
  reboot(): Promise<void>;
  link(up: boolean): Promise<void>;
  readonly phone: {
    /** Opens the settings page and gives what it shows. */
    settings(): Promise<string[]>;
    press(label: string): Promise<void>;
    type(label: string, value: string): Promise<void>;
    stored(key: string): string | null;
    /** The system ends the side service. */
    endSide(): Promise<void>;
  };
  stop(): Promise<void>;
};

/** Starts a watch on the packaged artefact and opens the app. */
export async function startWatch(options: StartOptions): Promise<SimulatedWatch> {
  const device = await makeDevice(options);
  const { hardware, watch, phone, settingsPage } = device;
  const then = async (act: () => unknown) => {
    await act();
    await hardware.clock.settle();
  };
  if (options.csv !== undefined) hardware.body.play(parseRecording(options.csv));
  const simulated: SimulatedWatch = {
    device,
    clock: {
      now: () => hardware.clock.now(),
      advance: async (ms) => void (await hardware.clock.advance(ms)),
      until: async (done, maxMs) => {
        await hardware.clock.advanceUntil(done, maxMs);
        if (!done()) throw new Error(`It did not come true within ${maxMs} ms: ${JSON.stringify(readScreen(device))}`);
      },
    },
    screen: () => readScreen(device),
    tap: (label) => then(() => findTarget(device, label).tap()),
    press: (key, long) => then(() => watch.press(key, long)),
    swipe: (gesture) => then(() => watch.swipe(gesture)),
    light: (on) => then(() => hardware.screen.set(on)),
    vibrations: hardware.motor.history,
    events: hardware.events.entries,
    violations: hardware.violations,
    kill: () => then(() => watch.kill()),
    boot: () => then(() => watch.open()),
    reboot: () => then(() => watch.reboot()),
    link: (up) => then(() => hardware.link.set(up)),
    phone: {
      settings: async () => {
        await then(() => settingsPage.open());
        return settingsTexts(device);
      },
      press: (label) => then(() => settingsPage.click(findField(device, label))),
      type: (label, value) => then(() => settingsPage.input(findField(device, label), value)),
      stored: (key) => phone.settings.get(key),
      endSide: () => then(() => phone.endSide()),
    },
    stop: () => then(() => device.stop()),
  };
  await simulated.boot();
  return simulated;
}

async function makeDevice(options: StartOptions): Promise<Device> {
  const manifest = JSON.parse(readFileSync(join(options.packageDir, "manifest.json"), "utf8")) as PackageManifest;
  const variant = manifest.variants.find(({ id }) => id === options.variant);
  if (variant === undefined) {
    throw new Error(`No variant "${options.variant}"; there are ${manifest.variants.map(({ id }) => id).join(", ")}.`);
  }
  const platform = nodePlatform({
    folder: join(options.packageDir, variant.base),
    fetch: options.fetch,
    store: options.store ?? memoryStore(),
    realNow: options.realNow ?? Date.now,
  });
  return createDevice({
    platform,
    variant,
    model: options.model ?? variant.models[0] ?? "",
    clockStartMs: options.clockStartMs,
    language: options.language ?? "en-US",
    settings: { "backstride.source": "simulator", ...options.settings },
    bodyShape: options.bodyShape ?? "string",
    phoneInVirtualTime: true,
    screenTimeoutMs: options.screenTimeoutMs ?? null,
  });
}
