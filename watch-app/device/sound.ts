import * as sensor from "@zos/sensor";
import type { CueKind } from "../../core/contract/session.ts";
import { phoneChoices } from "./store.ts";

/** Sounds of the system that go with the cues; those without one of their own have the shortest. */
const SOUNDS: Readonly<Partial<Record<CueKind, string>>> = {
  run: "REMIND_1",
  walk: "REMIND_2",
  done: "SUCCESS",
  stop: "ALARM",
};

/** A sound with a cue, where it was asked for and the watch has a buzzer that is turned on. A cue never depends on it. */
export function sound(kind: CueKind): void {
  try {
    if (!phoneChoices().sound || typeof sensor.Buzzer !== "function") return;
    const buzzer = new sensor.Buzzer();
    const types = buzzer.getSourceType() as unknown as Readonly<Record<string, number | undefined>>;
    const type = types[SOUNDS[kind] ?? "OPERATE"];
    if (buzzer.isEnabled() && type !== undefined) buzzer.start(type, 0);
  } catch (error) {
    console.log("buzzer", String(error));
  }
}
