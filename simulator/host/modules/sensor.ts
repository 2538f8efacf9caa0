import type { Context } from "../context.ts";
import { SimulatorError } from "../errors.ts";
import type { Hardware } from "../hardware.ts";
import { ACTION_TYPES, type Action, SCENES } from "../motor.ts";
import { timeSensor } from "./time.ts";

const PREFIX = "VIBRATOR_SCENE_";
const sceneConstants = Object.fromEntries(Object.entries(SCENES).map(([name, { value }]) => [PREFIX + name, value]));
const actionValues = Object.fromEntries(Object.entries(ACTION_TYPES).map(([name, { value }]) => [name, value]));

type Callback = () => void;

/** Registers callbacks of a context on a source, and takes them off when it ends. */
function subscriptions(context: Context, subscribe: (run: Callback) => Callback) {
  const open = new Map<unknown, Callback>();
  return {
    on: (callback: Callback) => {
      const stop = subscribe(() => context.run("sensor", callback));
      open.set(callback, stop);
      context.onEnd(stop);
    },
    off: (callback: unknown) => {
      open.get(callback)?.();
      open.delete(callback);
    },
  };
}

/** `@zos/sensor`. */
export function sensorModule(hardware: Hardware, context: Context): Record<string, unknown> {
  const { body, screen } = hardware;
  const never = () => () => undefined;
  const measured = (run: Callback) => {
    const close = body.measure();
    const stop = body.changed.subscribe(run);
    return () => {
      stop();
      close();
    };
  };

  return {
    ...sceneConstants,
    TIME_HOUR_FORMAT_12: 0,
    TIME_HOUR_FORMAT_24: 1,
    checkSensor: (sensor: unknown) => typeof sensor === "function",
    Vibrator: vibratorClass(hardware),
    Time: timeSensor(hardware, context),
    HeartRate: class {
      #current = subscriptions(context, measured);
      #last = subscriptions(context, (run) => body.changed.subscribe(run));
      getCurrent = () => body.heartRate();
      getLast = () => body.heartRate();
      getToday = () => [];
      getResting = () => 58;
      getDailySummary = () => ({ maximum: { hr_value: 0, time: 0 } });
      onCurrentChange = (callback: Callback) => this.#current.on(callback);
      offCurrentChange = (callback: Callback) => this.#current.off(callback);
      onLastChange = (callback: Callback) => this.#last.on(callback);
      offLastChange = (callback: Callback) => this.#last.off(callback);
    },
    Step: countingSensor(context, measured, () => body.steps, 8_000),
    Distance: countingSensor(context, measured, () => Math.round(body.distanceM), 0),
    Battery: class {
      #changes = subscriptions(context, never);
      getCurrent = () => 82;
      onChange = (callback: Callback) => this.#changes.on(callback);
      offChange = (callback: Callback) => this.#changes.off(callback);
    },
    Wear: class {
      #changes = subscriptions(context, (run) => body.changed.subscribe(run));
      getStatus = () => (body.lost ? 0 : 1);
      onChange = (callback: Callback) => this.#changes.on(callback);
      offChange = (callback: Callback) => this.#changes.off(callback);
    },
    Screen: class {
      #changes = subscriptions(context, (run) => screen.changed.subscribe(run));
      getStatus = () => (screen.isOn() ? 1 : 2);
      getAodMode = () => false;
      getLight = () => 400;
      onChange = (callback: Callback) => this.#changes.on(callback);
      offChange = (callback: Callback) => this.#changes.off(callback);
    },
    Workout: class {
      getStatus = () => ({ vo2Max: 0, trainingLoad: 0, fullRecoveryTime: 0 });
      getHistory = () => [];
      getUserHrZoneSettings = () => ({ type: 0, rest: 58, range: [104, 117, 130, 144, 157, 170] });
    },
  };
}

function countingSensor(
  context: Context,
  measured: (run: Callback) => Callback,
  current: () => number,
  target: number,
) {
  return class {
    #changes = subscriptions(context, measured);
    getCurrent = current;
    getTarget = () => target;
    onChange = (callback: Callback) => this.#changes.on(callback);
    offChange = (callback: Callback) => this.#changes.off(callback);
  };
}

function vibratorClass({ motor }: Hardware) {
  const sceneOf = (mode: unknown): string => {
    const found = Object.entries(SCENES).find(([, scene]) => scene.value === mode);
    if (found === undefined) throw new SimulatorError("argument", `Vibrator has no scene ${String(mode)}.`);
    return found[0];
  };
  return class {
    #mode = "SHORT_MIDDLE";
    start(option?: { mode?: number } | readonly Action[]) {
      if (Array.isArray(option)) return motor.startActions(option.map(checkedAction));
      const { mode } = (option ?? {}) as { mode?: number };
      motor.startScene(mode === undefined ? this.#mode : sceneOf(mode));
    }
    stop() {
      motor.stop();
    }
    setMode(option: number | { mode: number }) {
      this.#mode = sceneOf(typeof option === "object" ? option.mode : option);
    }
    getConfig() {
      return { mode: SCENES[this.#mode]?.value };
    }
    getType() {
      return { ...actionValues };
    }
  };
}

function checkedAction(action: Action): Action {
  if (!Object.values(ACTION_TYPES).some(({ value }) => value === action.type)) {
    throw new SimulatorError("argument", `Vibrator has no action type ${String(action.type)}.`);
  }
  return action;
}
