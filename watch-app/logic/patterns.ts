import type { CuePreference } from "../../core/contract/profile.ts";
import type { CueKind } from "../../core/contract/session.ts";

/** A pulse or a pause, in milliseconds; `type` is a name that `Vibrator.getType()` may know. */
export type Pulse = {
  readonly type: "GENTLE_SHORT" | "STRONG_SHORT" | "CONTINUOUS" | "URGENT" | "PAUSE";
  readonly ms: number;
};

const gentle: Pulse = { type: "GENTLE_SHORT", ms: 80 };
const short: Pulse = { type: "STRONG_SHORT", ms: 120 };
const long: Pulse = { type: "CONTINUOUS", ms: 600 };
const urgent: Pulse = { type: "URGENT", ms: 200 };
const pause = (ms: number): Pulse => ({ type: "PAUSE", ms });

/** What each cue feels like. Told apart by rhythm, never by strength alone: nobody can compare two buzzes minutes apart. */
const PATTERNS: Readonly<Record<CueKind, readonly Pulse[]>> = {
  run: [short, pause(120), short, pause(120), short],
  walk: [{ type: "CONTINUOUS", ms: 1000 }],
  warning: [gentle],
  "ease-off": [short, pause(80), short, pause(500), short, pause(80), short],
  core: [gentle, pause(200), long],
  posture: [long, pause(200), gentle],
  halfway: [long, pause(300), long],
  done: [long, pause(300), long, pause(300), long],
  stop: [urgent, pause(80), urgent, pause(80), urgent, pause(80), urgent, pause(80), urgent, pause(80), urgent],
  here: [gentle, pause(150), gentle, pause(150), long],
  hold: [short, pause(200), short],
  move: [long, pause(200), short, pause(150), short],
};

/**
 * One scene per cue for a watch without action arrays. Nine scenes are too few for twelve cues: core and posture share one, and
 * the two of the exercises borrow from cues that never come there.
 */
const SCENES: Readonly<Record<CueKind, string>> = {
  run: "VIBRATOR_SCENE_STRONG_REMINDER",
  walk: "VIBRATOR_SCENE_DURATION_LONG",
  warning: "VIBRATOR_SCENE_SHORT_LIGHT",
  "ease-off": "VIBRATOR_SCENE_NOTIFICATION",
  core: "VIBRATOR_SCENE_SHORT_MIDDLE",
  posture: "VIBRATOR_SCENE_SHORT_MIDDLE",
  halfway: "VIBRATOR_SCENE_DURATION",
  done: "VIBRATOR_SCENE_TIMER",
  stop: "VIBRATOR_SCENE_CALL",
  here: "VIBRATOR_SCENE_SHORT_STRONG",
  hold: "VIBRATOR_SCENE_SHORT_STRONG",
  move: "VIBRATOR_SCENE_NOTIFICATION",
};

/** These go on until they are stopped; what cannot stop them, because it has no timers, says so with the longest of the others. */
const LOOPING: readonly string[] = ["VIBRATOR_SCENE_TIMER", "VIBRATOR_SCENE_CALL"];

/** The scene of a cue. @param stoppable whether it will be stopped again */
export const sceneOf = (kind: CueKind, stoppable: boolean): string =>
  LOOPING.includes(SCENES[kind]) && !stoppable ? "VIBRATOR_SCENE_STRONG_REMINDER" : SCENES[kind];

/** The pattern of a cue at the strength a person chose: only which motor effect is used changes, never the rhythm. */
export function patternOf(kind: CueKind, strength: CuePreference["strength"] = "normal"): readonly Pulse[] {
  return PATTERNS[kind].map((pulse) => {
    if (strength === "strong" && pulse.type === "GENTLE_SHORT") return { ...pulse, type: "STRONG_SHORT" as const };
    if (strength === "light" && pulse.type === "STRONG_SHORT") return { ...pulse, type: "GENTLE_SHORT" as const };
    return pulse;
  });
}

export const lengthOf = (pattern: readonly Pulse[]): number => pattern.reduce((sum, { ms }) => sum + ms, 0);
