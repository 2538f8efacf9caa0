import type { Context } from "../context.ts";
import { SimulatorError } from "../errors.ts";
import type { Hardware } from "../hardware.ts";
import { textOf } from "../package.ts";

/** Value of `getLanguage`. Source: docs/reference/related-resources/language-list. */
const LANGUAGE_CODES: Readonly<Record<string, number>> = { "zh-CN": 0, "en-US": 2, "es-ES": 3, "fr-FR": 6, "de-DE": 7 };

const REPEATS = { REPEAT_ONCE: 0, REPEAT_MINUTE: 1, REPEAT_HOUR: 2, REPEAT_DAY: 3, REPEAT_WEEK: 4 };
const PERIODS_MS = [0, 60_000, 3_600_000, 86_400_000, 604_800_000];

type AlarmOption = {
  url: string;
  time?: number;
  delay?: number;
  param?: string;
  store?: boolean;
  repeat_type?: number;
};

/** `@zos/alarm`. */
export function alarmModule({ alarms, clock, events }: Hardware): Record<string, unknown> {
  return {
    ...REPEATS,
    set: ({ url, time, delay, param = "", store = false, repeat_type = 0 }: AlarmOption) => {
      if (time === undefined && delay === undefined)
        throw new SimulatorError("argument", "An alarm needs time or delay.");
      const atMs = time === undefined ? clock.now() + (delay ?? 0) * 1_000 : time * 1_000;
      if (!Number.isInteger(atMs / 1_000) && time !== undefined) {
        throw new SimulatorError("argument", "An alarm's time is in whole UTC seconds.");
      }
      const id = alarms.set({ url, param, store, atMs, everyMs: PERIODS_MS[repeat_type] ?? 0 });
      events.add("alarm", `Alarm ${id} for ${url} in ${Math.round((atMs - clock.now()) / 1_000)} s`);
      return id;
    },
    cancel: (option: number | { id: number }) => alarms.cancel(typeof option === "number" ? option : option.id),
    getAllAlarms: () => alarms.ids(),
  };
}

/** `@zos/display`. */
export function displayModule(
  { screen }: Hardware,
  context: Context,
  setRelaunch: (relaunch: boolean) => void,
): Record<string, unknown> {
  const ok = () => 0;
  return {
    setWakeUpRelaunch: (option: boolean | { relaunch: boolean }) =>
      setRelaunch(typeof option === "boolean" ? option : option.relaunch),
    setScreenOff: () => {
      screen.set(false);
      return 0;
    },
    setPageBrightTime: ({ brightTime = 10_000 }: { brightTime?: number }) => {
      if (brightTime < 1_000 || brightTime > 2_147_483_000) return 1;
      screen.setBrightTime(brightTime);
      context.onEnd(() => screen.setBrightTime(null));
      return 0;
    },
    resetPageBrightTime: () => {
      screen.setBrightTime(null);
      return 0;
    },
    pausePalmScreenOff: ok,
    resetPalmScreenOff: ok,
    pauseDropWristScreenOff: ok,
    resetDropWristScreenOff: ok,
    getBrightness: () => 60,
    setBrightness: ok,
  };
}

/** `@zos/device`, `@zos/settings`, `@zos/i18n`. */
export function deviceModules(hardware: Hardware): Record<string, Record<string, unknown>> {
  const { variant, model, loaded, language } = hardware;
  const info = {
    width: variant.width,
    height: variant.height,
    screenShape: variant.shape === "round" ? 1 : 0,
    deviceName: model,
    keyNumber: 2,
    deviceSource: 0,
    keyType: "",
    deviceColor: 0,
  };
  return {
    "@zos/device": {
      SCREEN_SHAPE_SQUARE: 0,
      SCREEN_SHAPE_ROUND: 1,
      getDeviceInfo: () => ({ ...info }),
      getDiskInfo: () => ({
        total: 4e9,
        free: hardware.files.full ? 0 : 2e9,
        app: 1e6,
        watchface: 0,
        music: 0,
        system: 1e9,
      }),
    },
    "@zos/settings": {
      getLanguage: () => LANGUAGE_CODES[language] ?? 2,
      getDistanceUnit: () => 0,
      getTimeFormat: () => 1,
      getSystemInfo: () => ({ osVersion: hardware.apiLevel, firmwareVersion: "0.0.0", minAPI: "1.0" }),
      getSystemMode: () => ({
        DND: false,
        sleep: false,
        theater: false,
        systemLock: false,
        lowTemperature: false,
        powerSaving: false,
        ultraPowerSaving: false,
        button: true,
        accessibleSwitch: false,
      }),
    },
    "@zos/i18n": { getText: (key: string) => textOf(loaded, language, key) },
  };
}

/** `@zos/ble`: one receiver per app, as on the watch. */
export function bleModule({ link }: Hardware, context: Context): Record<string, unknown> {
  const listeners = new Set<(up: boolean) => void>();
  const tell = () => {
    for (const listener of listeners) context.run("ble", () => listener(link.isUp()));
  };
  context.onEnd(link.changed.subscribe(tell));
  let index = 0;
  return {
    createConnect: (receive: (index: number, data: ArrayBuffer, size: number) => void) => {
      link.onWatchFrame = (frame) => {
        context.run("ble", () => receive(index++, frame.buffer, frame.byteLength));
      };
    },
    disConnect: () => {
      link.onWatchFrame = () => undefined;
    },
    send: (data: ArrayBuffer, size: number) => link.toPhone(new Uint8Array(data, 0, size)),
    connectStatus: () => link.isUp(),
    addListener: (listener: (up: boolean) => void) => listeners.add(listener),
    removeListener: () => listeners.clear(),
  };
}
