import * as interaction from "@zos/interaction";
import { type Asking, type Key, type KeyAct, keyAct } from "../logic/keys.ts";

const KEYS: readonly (readonly [number, Key])[] = [
  [interaction.KEY_SELECT, "select"],
  [interaction.KEY_SHORTCUT, "shortcut"],
  [interaction.KEY_HOME, "home"],
  [interaction.KEY_DOWN, "down"],
  [interaction.KEY_UP, "up"],
  [interaction.KEY_BACK, "back"],
];

type Session = {
  readonly paused: () => boolean;
  readonly asking: () => Asking;
  readonly does: Readonly<Record<Exclude<KeyAct, "leave" | "nothing">, () => void>>;
};

/** Obeys the keys of a session; every key is kept from the system but the one that leaves. */
export function listenToKeys({ paused, asking, does }: Session): void {
  interaction.onKey({
    callback: (code, event) => {
      const key = KEYS.find(([known]) => known === code)?.[1];
      const press = event === interaction.KEY_EVENT_LONG_PRESS ? "long" : "click";
      if (key === undefined) return false;
      if (press === "click" && event !== interaction.KEY_EVENT_CLICK) return key !== "home";
      const act = keyAct(key, press, paused(), asking());
      if (act !== "leave" && act !== "nothing") does[act]();
      return act !== "leave";
    },
  });
}
