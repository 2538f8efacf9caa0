import { SimulatorError } from "../errors.ts";
import type { Hardware } from "../hardware.ts";
import { ACTION_TYPES, type Action, SCENES } from "../motor.ts";

const valuesOf = (table: Readonly<Record<string, { value: number }>>, prefix = "") =>
  Object.fromEntries(Object.entries(table).map(([name, { value }]) => [prefix + name, value]));

export const sceneConstants = valuesOf(SCENES, "VIBRATOR_SCENE_");

/** The `Vibrator` class of `@zos/sensor`. */
export function vibratorClass({ motor }: Hardware) {
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
      return valuesOf(ACTION_TYPES);
    }
  };
}

function sceneOf(mode: unknown): string {
  const found = Object.entries(SCENES).find(([, scene]) => scene.value === mode);
  if (found === undefined) throw new SimulatorError("argument", `Vibrator has no scene ${String(mode)}.`);
  return found[0];
}

function checkedAction(action: Action): Action {
  if (!Object.values(ACTION_TYPES).some(({ value }) => value === action.type)) {
    throw new SimulatorError("argument", `Vibrator has no action type ${String(action.type)}.`);
  }
  return action;
}
