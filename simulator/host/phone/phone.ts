import { BufferApi } from "../buffer.ts";
import { describe } from "../errors.ts";
import { Signal } from "../events.ts";
import type { Hardware } from "../hardware.ts";
import { scoped } from "../store.ts";
import type { BodyShape } from "./fetch.ts";
import { FRAME, messageOf, readFrame, writeFrame } from "./frames.ts";
import { type SettingsChange, SettingsStorage } from "./settings-storage.ts";
import { SIDE_PORT, SideService } from "./side-service.ts";

/** Android is reported to end an idle side service after about this long. */
const IDLE_MS = 10 * 60_000;

export type PhoneOptions = {
  hardware: Hardware;
  language: string;
  /** What the phone's settings hold to begin with. */
  seed: Readonly<Record<string, string>>;
  bodyShape: BodyShape;
  /** True: the phone lives in the watch's virtual time (tests). False: in real time, as a person looking at it does. */
  virtualTime: boolean;
};

/** The phone beside the watch: the Zepp app's router, the side service it starts on demand, the shared settings. */
export class Phone {
  readonly settings: SettingsStorage;
  readonly changed = new Signal();
  readonly options: PhoneOptions;
  /** The app is open on the phone; then its side service is not ended for being idle. */
  inUse = false;
  #side: SideService | null = null;
  #starting: Promise<void> | null = null;
  #devicePort = 20;
  /** Requests of the watch without an answer yet, by trace id. */
  readonly #unanswered = new Map<number, () => void>();

  constructor(options: PhoneOptions) {
    this.options = options;
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
    this.#side = null;
    for (const answer of this.#unanswered.values()) answer();
    this.#unanswered.clear();
    side?.end();
  }

  #receive(bytes: Uint8Array): void {
    const frame = readFrame(bytes);
    this.#devicePort = frame.devicePort;
    if (frame.type === FRAME.SHAKE) void this.#answerShake(frame.appId);
    else if (frame.type === FRAME.DATA && this.#side !== null) {
      this.#noteRequest(frame.payload);
      this.#side.receive(frame.payload);
    }
  }

  async #answerShake(appId: number): Promise<void> {
    await this.#ensureSide({});
    const shake = { type: FRAME.SHAKE, devicePort: this.#devicePort, sidePort: SIDE_PORT, appId };
    this.options.hardware.link.toWatch(writeFrame({ ...shake, payload: BufferApi.from([appId & 0xff]) }));
  }

  /**
   * A phone in real time needs real time for an answer: as long as the watch waits for one, it must not live through
   * minutes, or it would give up.
   */
  #noteRequest(payload: Uint8Array): void {
    const message = messageOf(payload);
    if (this.options.virtualTime || message?.isRequest !== true) return;
    const answered = new Promise<void>((resolve) => void this.#unanswered.set(message.traceId, resolve));
    this.options.hardware.clock.holdWhenFast(answered);
  }

  #noteAnswer(payload: Uint8Array): void {
    const message = messageOf(payload);
    if (message === null || message.isRequest) return;
    this.#unanswered.get(message.traceId)?.();
    this.#unanswered.delete(message.traceId);
  }

  async #settingsChanged(change: SettingsChange): Promise<void> {
    if (this.#side === null) await this.#ensureSide({ settingsChanged: true }, change);
  }

  #ensureSide(reasons: Record<string, boolean>, args: object = {}): Promise<void> {
    if (this.#side !== null) return Promise.resolve();
    const { clock, events } = this.options.hardware;
    this.#starting ??= clock
      .hold(this.#startSide(reasons, args))
      .catch((error: unknown) => events.add("error", `Side service: ${describe(error)}`))
      .finally(() => {
        this.#starting = null;
      });
    return this.#starting;
  }

  async #startSide(reasons: Record<string, boolean>, args: object): Promise<void> {
    const { hardware, language, bodyShape, virtualTime } = this.options;
    const side = await SideService.start({
      hardware,
      language,
      settings: this.settings,
      bodyShape: () => bodyShape,
      virtualTime,
      reasons,
      args,
      send: (payload) => this.#sendToWatch(payload),
    });
    this.#side = side;
    if (side === null) return;
    side.run();
    this.#reapWhenIdle(side);
  }

  #reapWhenIdle(side: SideService): void {
    const { clock } = this.options.hardware;
    const check = () => {
      if (this.#side !== side) return;
      const rest = side.lastUse + IDLE_MS - clock.now();
      if (rest <= 0 && !this.inUse) this.endSide();
      else clock.schedule(Math.max(rest, IDLE_MS / 10), check);
    };
    clock.schedule(IDLE_MS, check);
  }

  #sendToWatch(payload: Uint8Array): void {
    this.#noteAnswer(payload);
    const { appId } = this.options.hardware.loaded.appJson.app;
    const frame = { type: FRAME.DATA, devicePort: this.#devicePort, sidePort: SIDE_PORT, appId, payload };
    this.options.hardware.link.toWatch(writeFrame(frame));
  }
}
