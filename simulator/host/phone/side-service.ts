import { describe, SimulatorError } from "../errors.ts";
import { type Hardware, noteViolation } from "../hardware.ts";
import { loggerFactory } from "../modules/utils.ts";
import type { GlobalScope, Realm } from "../platform.ts";
import { trackedPromise } from "../promise.ts";
import { virtualDate } from "../scope.ts";
import { type BodyShape, sideFetch } from "./fetch.ts";
import { phoneGlobals } from "./globals.ts";
import type { SettingsStorage } from "./settings-storage.ts";

export const SIDE_PORT = 1_024;

/** Globals that the messaging library looks for, but that nothing of ours uses. */
const UNUSED = {
  transferFile: {
    inbox: { on: () => undefined, off: () => undefined, emit: () => undefined, getNextFile: () => null },
    outbox: { enqueueFile: () => null },
  },
  network: { downloader: {} },
  image: { convert: () => null },
};

export type SideOptions = {
  hardware: Hardware;
  language: string;
  settings: SettingsStorage;
  bodyShape: () => BodyShape;
  virtualTime: boolean;
  /** Why it was started: what the package reads as `sideService.launchReasons` and `launchArgs`. */
  reasons: Readonly<Record<string, boolean>>;
  args: object;
  /** What it sends to the watch. */
  send: (payload: Uint8Array) => void;
};

/** One run of `app-side.js`: from its start until the phone ends it. */
export class SideService {
  lastUse: number;
  #instance: Record<string, unknown> | null = null;
  #alive = true;
  readonly #listeners = new Set<(data: ArrayBuffer) => void>();
  readonly #realm: Realm;
  readonly #options: SideOptions;

  private constructor(realm: Realm, options: SideOptions) {
    this.#realm = realm;
    this.#options = options;
    this.lastUse = options.hardware.clock.now();
  }

  /** Loads and starts it; null when the script did not register itself. */
  static async start(options: SideOptions): Promise<SideService | null> {
    const { hardware } = options;
    const realm = await hardware.platform.createRealm("side service");
    const side = new SideService(realm, options);
    Object.assign(realm.global, side.#globals());
    await realm.load(hardware.variant.phone.side);
    if (side.#instance === null) {
      noteViolation(hardware, new SimulatorError("package", "app-side.js did not register itself; see the log."));
      return null;
    }
    hardware.events.add("phone", "Side service started", { code: "phoneStarted" });
    return side;
  }

  /** `onInit` and `onRun`, once the phone knows it. */
  run(): void {
    this.#call("onInit", this.#options.args);
    this.#call("onRun", this.#options.args);
  }

  receive(payload: Uint8Array): void {
    this.lastUse = this.#options.hardware.clock.now();
    for (const listener of this.#listeners) this.#guard("message", () => listener(payload.slice().buffer));
  }

  end(): void {
    // Off the link first: the messaging library says farewell with a frame that the watch's side cannot read.
    this.#alive = false;
    this.#call("onDestroy");
    this.#realm.destroy();
    this.#options.settings.release("side");
    this.#options.hardware.events.add("phone", "Side service ended", { code: "phoneEnded" });
  }

  #globals(): GlobalScope {
    const { hardware, language, settings, bodyShape, reasons, args } = this.#options;
    const write = (text: string) => hardware.events.add("log", `phone ${text}`);
    const fetch = sideFetch((request) => hardware.clock.hold(hardware.platform.fetch(request)), bodyShape);
    const Tracked = trackedPromise(
      (reason) => hardware.events.add("log", `phone: unhandled rejection: ${describe(reason)}`),
      (check) => void hardware.platform.turn().then(check),
    );
    const app = { _options: {}, port2: SIDE_PORT };
    return {
      ...phoneGlobals(hardware, language, write),
      AppSideService: (options: Record<string, unknown>) => {
        options._options = options;
        this.#instance = options;
        return options;
      },
      getApp: () => app,
      Logger: { getLogger: loggerFactory(write) },
      Promise: Tracked,
      fetch: (input: unknown, init?: unknown) => Tracked.resolve(fetch(input, init)),
      messaging: { peerSocket: this.#peerSocket() },
      settings: { settingsStorage: settings.facade("side", () => undefined) },
      sideService: { appInfo: hardware.loaded.appJson, launchReasons: reasons, launchArgs: args },
      ...UNUSED,
      ...(this.#options.virtualTime ? this.#virtualTime() : {}),
    };
  }

  #peerSocket(): object {
    return {
      addListener: (event: string, listener: (data: ArrayBuffer) => void) => {
        if (event === "message") this.#listeners.add(listener);
      },
      removeListener: () => this.#listeners.clear(),
      send: (data: ArrayBuffer) => {
        if (this.#alive) this.#options.send(new Uint8Array(data));
      },
    };
  }

  #virtualTime(): GlobalScope {
    const { clock } = this.#options.hardware;
    const timers = new Map<number, { cancel(): void }>();
    let nextId = 1;
    const set = (periodic: boolean) => (callback: () => void, ms: number) => {
      const id = nextId++;
      const arm = () =>
        timers.set(
          id,
          clock.schedule(ms, () => {
            if (periodic) arm();
            if (this.#alive) this.#guard("timer", callback);
          }),
        );
      arm();
      return id;
    };
    const clear = (id: number) => timers.get(id)?.cancel();
    return {
      Date: virtualDate(this.#realm.global.Date as DateConstructor, () => clock.now()),
      setTimeout: set(false),
      setInterval: set(true),
      clearTimeout: clear,
      clearInterval: clear,
    };
  }

  #call(method: string, ...args: unknown[]): void {
    const found = this.#instance?.[method];
    if (typeof found === "function") this.#guard(method, () => Reflect.apply(found, this.#instance, args));
  }

  #guard(what: string, call: () => unknown): void {
    try {
      call();
    } catch (error) {
      if (error instanceof SimulatorError) noteViolation(this.#options.hardware, error);
      else this.#options.hardware.events.add("error", `phone ${what}: ${describe(error)}`);
    }
  }
}
