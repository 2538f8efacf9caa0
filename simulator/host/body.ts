import type { TimerHandle, VirtualClock } from "./clock.ts";
import type { EventLog } from "./events.ts";
import { Signal } from "./events.ts";
import { type Pulse, rhythm } from "./motor.ts";
import type { Recording, Sample } from "./recording.ts";
import { type Pace, SyntheticRunner } from "./runner.ts";

const SECOND_MS = 1_000;
/** A recording starts anew when measuring starts after a longer break than this; a resumed session goes on in it. */
const BREAK_MS = 30 * 60_000;
const STEPS_BEFORE = 1_240;

/** What the synthetic runner has learnt the rhythms to mean. */
const PACES: Readonly<Record<string, Pace>> = {
  "short short short": "run",
  long: "walk",
  "long long long": "rest",
};

/**
 * What the sensors feel: the synthetic runner, or a recording played from the moment heart rate is first measured.
 * It lives second by second while somebody measures.
 */
export class Body {
  readonly changed = new Signal();
  /** Switch: the sensors have lost contact. */
  lost = false;
  steps = STEPS_BEFORE;
  distanceM = 0;
  sample: Sample = { heartRateBpm: 68, cadenceSpm: 0, speedMps: 0, distanceM: 0 };
  #recording: Recording | null = null;
  #startMs: number | null = null;
  #lastMs = 0;
  #stepRest = 0;
  #measuring = 0;
  #timer: TimerHandle | null = null;
  readonly #runner = new SyntheticRunner();
  readonly #clock: VirtualClock;
  readonly #events: EventLog;

  constructor(clock: VirtualClock, events: EventLog) {
    this.#clock = clock;
    this.#events = events;
  }

  /** Plays a recording; null returns to the synthetic runner. */
  play(recording: Recording | null): void {
    this.#recording = recording;
    this.#startMs = null;
  }

  /** The runner feels a vibration and does what it says, if it means a pace. */
  feel(pulses: readonly Pulse[]): void {
    const pace = PACES[rhythm(pulses)];
    if (pace !== undefined && this.#measuring > 0) this.#runner.pace = pace;
  }

  setLost(lost: boolean): void {
    if (lost === this.lost) return;
    this.lost = lost;
    const text = lost ? "Sensors lost contact" : "Sensors have contact";
    this.#events.add("sensor", text, { code: lost ? "contactLost" : "contact" });
  }

  /** Somebody starts to measure; the returned function ends it. */
  measure(): () => void {
    this.#measuring += 1;
    // A session begins on foot; no cue says so.
    if (this.#runner.pace === "rest") this.#runner.pace = "walk";
    const now = this.#clock.now();
    if (this.#startMs === null || now - this.#lastMs > BREAK_MS) this.#startMs = now;
    this.#lastMs = now;
    this.#timer ??= this.#clock.schedule(SECOND_MS, () => this.#second());
    let open = true;
    return () => {
      if (open) this.#measuring -= 1;
      open = false;
    };
  }

  #second(): void {
    this.#timer = null;
    if (this.#measuring === 0) return;
    this.#timer = this.#clock.schedule(SECOND_MS, () => this.#second());
    this.#lastMs = this.#clock.now();
    this.#runner.step();
    const seconds = (this.#lastMs - (this.#startMs ?? this.#lastMs)) / 1_000;
    this.sample = this.#recording === null ? this.#runner.sample() : this.#recording.at(seconds);
    this.#walkOn();
    this.changed.emit();
  }

  #walkOn(): void {
    if (this.lost) return;
    this.#stepRest += (this.sample.cadenceSpm ?? 0) / 60;
    const whole = Math.floor(this.#stepRest);
    this.steps += whole;
    this.#stepRest -= whole;
    this.distanceM += this.sample.speedMps ?? 0;
  }

  /** Beats a minute as the sensor gives it: 0 without contact or signal. */
  heartRate(): number {
    return this.lost ? 0 : Math.round(this.sample.heartRateBpm ?? 0);
  }
}
