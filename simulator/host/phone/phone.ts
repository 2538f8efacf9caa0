import { BufferApi } from "../buffer.ts";
import { describe, SimulatorError } from "../errors.ts";
import { Signal } from "../events.ts";
import { packageConsole } from "../globals.ts";
import { type Hardware, noteViolation } from "../hardware.ts";
import { loggerFactory } from "../modules/utils.ts";
import type { GlobalScope, Realm } from "../platform.ts";
import { trackedPromise } from "../promise.ts";
import { virtualDate } from "../scope.ts";
import { scoped } from "../store.ts";
import { type BodyShape, sideFetch } from "./fetch.ts";
import { FRAME, readFrame, writeFrame } from "./frames.ts";
import { type SettingsChange, SettingsStorage } from "./settings-storage.ts";

const SIDE_PORT = 1_024;
/** Android is reported to end an idle side service after about this long. */
const IDLE_MS = 10 * 60_000;

type Side = {
  realm: Realm;
  instance: Record<string, unknown> | null;
  listeners: Set<(data: ArrayBuffer) => void>;
  lastUse: number;
};

export type PhoneOptions = {
  hardware: Hardware;
  language: string;
  /** The phone's own seed of the settings, set once per installation. */
  seed: Readonly<Record<string, string>>;
  bodyShape: BodyShape;
  /** True: the phone lives in the watch's virtual time (tests). False: in real time, as a person looking at it does. */
  virtualTime: boolean;
};

/** The phone beside the watch: the Zepp app's router, the side service it starts on demand, the shared settings. */
export class Phone {
  readonly settings: SettingsStorage;
  readonly changed = new Signal();
  bodyShape: BodyShape;
  #side: Side | null = null;
  #starting: Promise<void> | null = null;
  #devicePort = 20;
  readonly options: PhoneOptions;

  constructor(options: PhoneOptions) {
    this.options = options;
    this.bodyShape = options.bodyShape;
    this.settings = new SettingsStorage(scoped(options.hardware.platform.store, "phone/settings/"));
    for (const [key, value] of Object.entries(options.seed)) {
      if (this.settings.get(key) === null) this.settings.set(key, value, "host");
    }
    options.hardware.link.onPhoneFrame = (frame) => this.#receive(frame);
    this.settings.observe((change, by) => {
      this.changed.emit();
      if (by === "settings") void this.#settingsChanged(change);
    });
  }

  isSideRunning(): boolean {
    return this.#side !== null;
  }

  /** The phone ends the side service (it was idle, or the app was swiped away). */
  endSide(): void {
    const side = this.#side;
    if (side === null) return;
    // Off the link first: the messaging library says farewell with a frame that the watch's side cannot read.
    this.#side = null;
    this.#call(side, "onDestroy");
    side.realm.destroy();
    this.settings.release("side");
    this.options.hardware.events.add("phone", "Side service ended");
  }

  #receive(bytes: Uint8Array): void {
    const frame = readFrame(bytes);
    this.#devicePort = frame.devicePort;
    if (frame.type === FRAME.SHAKE) void this.#answerShake(frame.appId);
    else if (frame.type === FRAME.DATA) this.#deliver(frame.payload);
  }

  async #answerShake(appId: number): Promise<void> {
    await this.#ensureSide({});
    const shake = { type: FRAME.SHAKE, devicePort: this.#devicePort, sidePort: SIDE_PORT, appId };
    this.options.hardware.link.toWatch(writeFrame({ ...shake, payload: BufferApi.from([appId & 0xff]) }));
  }

  #deliver(payload: Uint8Array): void {
    const side = this.#side;
    if (side === null) return;
    side.lastUse = this.options.hardware.clock.now();
    for (const listener of side.listeners) this.#guard("message", () => listener(payload.slice().buffer));
  }

  async #settingsChanged(change: SettingsChange): Promise<void> {
    if (this.#side === null) await this.#ensureSide({ settingsChanged: true }, change);
  }

  #ensureSide(reasons: Record<string, boolean>, args: object = {}): Promise<void> {
    if (this.#side !== null) return Promise.resolve();
    this.#starting ??= this.options.hardware.clock
      .hold(this.#startSide(reasons, args))
      .catch((error: unknown) => this.options.hardware.events.add("error", `Side service: ${describe(error)}`))
      .finally(() => {
        this.#starting = null;
      });
    return this.#starting;
  }

  async #startSide(reasons: Record<string, boolean>, args: object): Promise<void> {
    const { hardware } = this.options;
    const realm = await hardware.platform.createRealm("side service");
    const side: Side = { realm, instance: null, listeners: new Set(), lastUse: hardware.clock.now() };
    this.#sideGlobals(side, reasons, args);
    await realm.load(hardware.variant.phone.side);
    if (side.instance === null) {
      noteViolation(hardware, new SimulatorError("package", "app-side.js did not register itself; see the log."));
      return;
    }
    this.#side = side;
    hardware.events.add("phone", "Side service started");
    this.#call(side, "onInit", args);
    this.#call(side, "onRun", args);
    this.#reapWhenIdle(side);
  }

  #reapWhenIdle(side: Side): void {
    const { clock } = this.options.hardware;
    const check = () => {
      if (this.#side !== side) return;
      const rest = side.lastUse + IDLE_MS - clock.now();
      if (rest <= 0) this.endSide();
      else clock.schedule(rest, check);
    };
    clock.schedule(IDLE_MS, check);
  }

  #sideGlobals(side: Side, reasons: Record<string, boolean>, args: object): void {
    const { hardware, language } = this.options;
    const write = (text: string) => hardware.events.add("log", `phone ${text}`);
    const fetch = sideFetch(
      (request) => hardware.clock.hold(hardware.platform.fetch(request)),
      () => this.bodyShape,
    );
    const Tracked = trackedPromise(
      (reason) => hardware.events.add("log", `phone: unhandled rejection: ${describe(reason)}`),
      (check) => void hardware.platform.turn().then(check),
    );
    const app = { _options: {}, port2: SIDE_PORT };
    Object.assign(side.realm.global, phoneGlobals(hardware, language, write), {
      AppSideService: (options: Record<string, unknown>) => {
        options._options = options;
        side.instance = options;
        return options;
      },
      getApp: () => app,
      Logger: { getLogger: loggerFactory(write) },
      Promise: Tracked,
      fetch: (input: unknown, init?: unknown) => Tracked.resolve(fetch(input, init)),
      messaging: {
        peerSocket: {
          addListener: (event: string, listener: (data: ArrayBuffer) => void) => {
            if (event === "message") side.listeners.add(listener);
          },
          removeListener: () => side.listeners.clear(),
          send: (data: ArrayBuffer) => this.#sendToWatch(side, new Uint8Array(data)),
        },
      },
      settings: { settingsStorage: this.settings.facade("side", () => undefined) },
      sideService: { appInfo: hardware.loaded.appJson, launchReasons: reasons, launchArgs: args },
      transferFile: {
        inbox: { on: () => undefined, off: () => undefined, emit: () => undefined, getNextFile: () => null },
        outbox: { enqueueFile: () => null },
      },
      network: { downloader: {} },
      image: { convert: () => null },
      ...this.#phoneTime(side),
    });
  }

  #phoneTime(side: Side): GlobalScope {
    if (!this.options.virtualTime) return {};
    const { clock } = this.options.hardware;
    const timers = new Map<number, { cancel(): void }>();
    let nextId = 1;
    const set = (periodic: boolean) => (callback: () => void, ms: number) => {
      const id = nextId++;
      const arm = () =>
        timers.set(
          id,
          clock.schedule(ms, () => {
            if (periodic) arm();
            if (this.#side === side) this.#guard("timer", callback);
          }),
        );
      arm();
      return id;
    };
    const clear = (id: number) => timers.get(id)?.cancel();
    return {
      Date: virtualDate(side.realm.global.Date as DateConstructor, () => clock.now()),
      setTimeout: set(false),
      setInterval: set(true),
      clearTimeout: clear,
      clearInterval: clear,
    };
  }

  #sendToWatch(side: Side, payload: Uint8Array): void {
    if (this.#side !== side) return;
    const { appId } = this.options.hardware.loaded.appJson.app;
    const frame = { type: FRAME.DATA, devicePort: this.#devicePort, sidePort: SIDE_PORT, appId, payload };
    this.options.hardware.link.toWatch(writeFrame(frame));
  }

  #call(side: Side, method: string, ...args: unknown[]): void {
    const found = side.instance?.[method];
    if (typeof found === "function") this.#guard(method, () => Reflect.apply(found, side.instance, args));
  }

  #guard(what: string, call: () => unknown): void {
    try {
      call();
    } catch (error) {
      if (error instanceof SimulatorError) noteViolation(this.options.hardware, error);
      else this.options.hardware.events.add("error", `phone ${what}: ${describe(error)}`);
    }
  }
}

/** Globals that both scripts of the phone find: console, texts, buffers. */
export function phoneGlobals(hardware: Hardware, language: string, write: (text: string) => void): GlobalScope {
  return {
    console: packageConsole(write, hardware),
    Buffer: BufferApi,
    userSettings: { language },
    HmUtils: {
      Lang: class {
        readonly language: string;
        constructor(name: string) {
          this.language = name;
        }
      },
      getLanguage: (user: { language: string }) => user.language,
      gettextFactory:
        (table: Record<string, Record<string, string>>, lang: { language: string }, fallback: string) =>
        (key: string) =>
          table[lang.language]?.[key] ?? table[fallback]?.[key] ?? key,
    },
  };
}
