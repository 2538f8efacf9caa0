import type { Context } from "../context.ts";
import { SimulatorError } from "../errors.ts";
import type { Hardware } from "../hardware.ts";
import { type Callback, type Subscribe, subscriptions } from "./subscriptions.ts";
import { timeSensor } from "./time.ts";
import { sceneConstants, vibratorClass } from "./vibrator.ts";

const RESTING_BPM = 58;
const STEP_TARGET = 8_000;
const ZONES_BPM = [104, 117, 130, 144, 157, 170];

/** `@zos/sensor`. */
export function sensorModule(hardware: Hardware, context: Context): Record<string, unknown> {
  const { body, screen } = hardware;
  const measured: Subscribe = (run) => {
    const close = body.measure();
    const stop = body.changed.subscribe(run);
    return () => {
      stop();
      close();
    };
  };
  const felt: Subscribe = (run) => body.changed.subscribe(run);
  const never: Subscribe = () => () => undefined;

  return {
    ...sceneConstants,
    TIME_HOUR_FORMAT_12: 0,
    TIME_HOUR_FORMAT_24: 1,
    checkSensor: (sensor: unknown) => typeof sensor === "function",
    Vibrator: vibratorClass(hardware),
    Time: timeSensor(hardware, context),
    HeartRate: heartRateClass(hardware, context, measured, felt),
    Step: watchedClass(context, measured, { getCurrent: () => body.steps, getTarget: () => STEP_TARGET }),
    Distance: watchedClass(context, measured, { getCurrent: () => Math.round(body.distanceM) }),
    Buzzer: buzzerClass(hardware),
    Battery: watchedClass(context, never, { getCurrent: () => hardware.batteryPct }),
    Wear: watchedClass(context, felt, { getStatus: () => (body.lost ? 0 : 1) }),
    Screen: watchedClass(context, (run) => screen.changed.subscribe(run), {
      getStatus: () => (screen.isOn() ? 1 : 2),
      getAodMode: () => false,
      getLight: () => 400,
    }),
    Workout: watchedClass(context, never, {
      getStatus: () => ({ vo2Max: 0, trainingLoad: 0, fullRecoveryTime: 0 }),
      getHistory: () => [],
      getUserHrZoneSettings: () => ({ type: 0, rest: RESTING_BPM, range: ZONES_BPM }),
    }),
  };
}

const SOUND_TYPES = { ALARM: 0, REMIND_1: 1, REMIND_2: 2, OPERATE: 3, SUCCESS: 4, FAILURE: 5 };

/** The buzzer: what it plays is told in the event log. */
function buzzerClass({ events }: Hardware) {
  return class {
    isEnabled = () => true;
    getSourceType = () => SOUND_TYPES;
    getStrength = () => 1;
    stop = () => undefined;
    start(type: number) {
      const name = Object.entries(SOUND_TYPES).find(([, value]) => value === type)?.[0];
      if (name === undefined) throw new SimulatorError("argument", `Buzzer has no sound ${type}.`);
      events.add("vibration", `Sound ${name}`, { code: "sound", value: name });
    }
  };
}

/** A sensor class with the given getters, and `onChange` and `offChange`. */
function watchedClass(context: Context, subscribe: Subscribe, getters: Record<string, () => unknown>) {
  return class {
    constructor() {
      const { on, off } = subscriptions(context, subscribe);
      Object.assign(this, getters, { onChange: on, offChange: off });
    }
  };
}

/** Measuring goes on while somebody listens to `onCurrentChange`; a lost signal is the value 0. */
function heartRateClass({ body }: Hardware, context: Context, measured: Subscribe, felt: Subscribe) {
  return class {
    #current = subscriptions(context, measured);
    #last = subscriptions(context, felt);
    getCurrent = () => body.heartRate();
    getLast = () => body.heartRate();
    getToday = () => [];
    getResting = () => RESTING_BPM;
    getDailySummary = () => ({ maximum: { hr_value: 0, time: 0 } });
    onCurrentChange = (callback: Callback) => this.#current.on(callback);
    offCurrentChange = (callback: Callback) => this.#current.off(callback);
    onLastChange = (callback: Callback) => this.#last.on(callback);
    offLastChange = (callback: Callback) => this.#last.off(callback);
  };
}
