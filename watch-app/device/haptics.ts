import * as sensor from "@zos/sensor";
import type { CueKind } from "../../core/contract/session.ts";
import { type Preferences, settingOf } from "../../core/cues/schedule.ts";
import { lengthOf, patternOf, sceneOf } from "../logic/patterns.ts";
import { sound } from "./sound.ts";

export type Haptics = { play(kind: CueKind): void; stop(): void };

/** Longest that a looping scene may run before it is stopped, where there are timers to stop it. */
const GUARD_MS = 3_000;

type Actions = Parameters<sensor.Vibrator["start"]>[0];

/** The pattern in the motor's own numbers; null when it does not know one of the names (before 3.6, or another firmware). */
function actionsOf(vibrator: sensor.Vibrator, kind: CueKind, preferences: Preferences): Actions | null {
  if (typeof vibrator.getType !== "function") return null;
  const types = vibrator.getType() as unknown as Readonly<Record<string, number | undefined>>;
  const actions: { type: number; duration: number }[] = [];
  for (const { type, ms } of patternOf(kind, preferences[settingOf(kind)]?.strength)) {
    const known = types[type];
    if (known === undefined) return null;
    actions.push({ type: known, duration: ms });
  }
  return actions;
}

/**
 * The motor. Whatever ran before is stopped first: a scene may loop, and vibration outlives the page that started it.
 * @param later schedules the stop; null in the app-service, which has no timers
 */
export function openHaptics(
  preferences: Preferences,
  later: ((run: () => void, ms: number) => unknown) | null,
): Haptics {
  const vibrator = new sensor.Vibrator();
  let played = 0;
  const stop = (): void => {
    try {
      vibrator.stop();
    } catch (error) {
      console.log("vibrator", String(error));
    }
  };
  return {
    stop,
    play: (kind) => {
      try {
        stop();
        const actions = actionsOf(vibrator, kind, preferences);
        const scene = (sensor as unknown as Readonly<Record<string, number | undefined>>)[
          sceneOf(kind, later !== null)
        ];
        if (actions !== null) vibrator.start(actions);
        else if (scene !== undefined) vibrator.start({ mode: scene });
        else vibrator.start();
        sound(kind);
        played += 1;
        const mine = played;
        const guardMs = actions === null ? GUARD_MS : lengthOf(patternOf(kind)) + 400;
        // A guard never cuts off a later cue.
        if (later !== null) later(() => (played === mine ? stop() : undefined), guardMs);
      } catch (error) {
        console.log("vibrator", String(error));
      }
    },
  };
}
