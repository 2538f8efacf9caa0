import type { EventLog, Felt } from "./events.ts";

/** One stretch of a pattern in milliseconds; `strength` 0 is a pause. */
export type Pulse = { ms: number; strength: 0 | 1 | 2 | 3 };

/** `name` is what the package asked for: a scene (`STRONG_REMINDER`) or its actions (`STRONG_SHORT×3`). */
export type Vibration = { at: number; name: string; pulses: Pulse[]; loops: boolean };

const light = (ms: number): Pulse => ({ ms, strength: 1 });
const middle = (ms: number): Pulse => ({ ms, strength: 2 });
const strong = (ms: number): Pulse => ({ ms, strength: 3 });
const pause = (ms: number): Pulse => ({ ms, strength: 0 });

type Scene = { value: number; pulses: Pulse[]; loops?: boolean };

/** Source: docs/reference/device-app-api/newAPI/sensor/Vibrator, "Vibration motor mode constants". */
export const SCENES: Readonly<Record<string, Scene>> = {
  SHORT_LIGHT: { value: 23, pulses: [light(20)] },
  SHORT_MIDDLE: { value: 24, pulses: [middle(20)] },
  SHORT_STRONG: { value: 25, pulses: [strong(20)] },
  DURATION: { value: 28, pulses: [strong(600)] },
  DURATION_LONG: { value: 27, pulses: [strong(1000)] },
  STRONG_REMINDER: {
    value: 9,
    pulses: [strong(200), pause(130), strong(200), pause(130), strong(200), pause(140), strong(200)],
  },
  NOTIFICATION: { value: 0, pulses: [middle(60), pause(100), middle(60)] },
  CALL: { value: 1, pulses: [strong(150), pause(100), strong(150), pause(100)], loops: true },
  TIMER: { value: 5, pulses: [strong(500), pause(500)], loops: true },
};

/** Action types of API 3.6. Only their order of strength and length is documented; the lengths are ours. */
export const ACTION_TYPES: Readonly<Record<string, { value: number; pulse: Pulse; tail?: Pulse[] }>> = {
  GENTLE_SHORT: { value: 101, pulse: light(40) },
  STRONG_SHORT: { value: 102, pulse: strong(80) },
  STANDARD_CROWN: { value: 103, pulse: light(15) },
  STRONG_CROWN: { value: 104, pulse: middle(20) },
  SPULSE_CROWN: { value: 105, pulse: light(20) },
  DIPULSE_CROWN: { value: 106, pulse: light(20), tail: [pause(40), light(20)] },
  KEYCODE_CLICK: { value: 107, pulse: light(10) },
  URGENT: { value: 108, pulse: strong(300) },
  CONTINUOUS: { value: 109, pulse: strong(500) },
  PAUSE: { value: 110, pulse: pause(100) },
};

export type Action = { type: number; duration?: number };

/** The vibration motor. It outlives the page that started it. */
export class Motor {
  readonly history: Vibration[] = [];
  readonly #now: () => number;
  readonly #events: EventLog;
  readonly #onStart: (vibration: Vibration) => void;
  #looping: Vibration | null = null;

  constructor(now: () => number, events: EventLog, onStart: (vibration: Vibration) => void) {
    this.#now = now;
    this.#events = events;
    this.#onStart = onStart;
  }

  startScene(name: string): void {
    const scene = SCENES[name];
    if (scene !== undefined) this.#start({ name, pulses: scene.pulses, loops: scene.loops === true });
  }

  startActions(actions: readonly Action[]): void {
    const known = actions.map((action) => ({ ...action, ...actionOf(action.type) }));
    const pulses = known.flatMap(({ pulse, tail, duration }) => [
      duration === undefined ? pulse : { ...pulse, ms: duration },
      ...(tail ?? []),
    ]);
    this.#start({ name: nameOf(known.map(({ name }) => name)), pulses, loops: false });
  }

  stop(): void {
    this.#looping = null;
  }

  /** The scene that goes on until `stop`, if one does. */
  looping(): Vibration | null {
    return this.#looping;
  }

  #start(vibration: Omit<Vibration, "at">): void {
    const started = { at: this.#now(), ...vibration };
    this.#looping = vibration.loops ? started : null;
    this.history.push(started);
    const said = { code: "vibration", felt: feltIn(vibration.pulses) } as const;
    this.#events.add("vibration", `${rhythm(vibration.pulses)} (${vibration.name})`, said);
    this.#onStart(started);
  }
}

function actionOf(type: number): { name: string; pulse: Pulse; tail?: Pulse[] } {
  const found = Object.entries(ACTION_TYPES).find(([, action]) => action.value === type);
  return found === undefined ? { name: `type ${type}`, pulse: pause(0) } : { name: found[0], ...found[1] };
}

/** `["A","PAUSE","A"]` → `A×2`; different ones are joined by a dot. Pauses are in the rhythm, not in the name. */
function nameOf(names: readonly string[]): string {
  const runs: { name: string; times: number }[] = [];
  for (const name of names) {
    if (name === "PAUSE") continue;
    const last = runs.at(-1);
    if (last?.name === name) last.times += 1;
    else runs.push({ name, times: 1 });
  }
  return runs.map(({ name, times }) => (times > 1 ? `${name}×${times}` : name)).join("·");
}

/** What of a pattern is felt, one after the other. */
export function feltIn(pulses: readonly Pulse[]): Felt[] {
  const felt = pulses.filter((pulse) => pulse.strength > 0);
  return felt.map((pulse) => (pulse.ms >= 400 ? "long" : pulse.ms >= 150 ? "middle" : "short"));
}

/** How a pattern feels, in words: "short short long". */
export const rhythm = (pulses: readonly Pulse[]): string => feltIn(pulses).join(" ");

/** The pattern for `navigator.vibrate`: on, off, on … in milliseconds. */
export function onOff(pulses: readonly Pulse[]): number[] {
  const out: number[] = [];
  for (const pulse of pulses) {
    const on = pulse.strength > 0;
    const wantsOn = out.length % 2 === 0;
    if (on === wantsOn) out.push(pulse.ms);
    else if (out.length === 0) out.push(0, pulse.ms);
    else out[out.length - 1] = (out.at(-1) ?? 0) + pulse.ms;
  }
  return out;
}
