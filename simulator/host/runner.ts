import type { Sample } from "./recording.ts";

export type Pace = "rest" | "walk" | "run";

/** Where each pace settles: heart rate, steps a minute, metres a second. */
const TARGETS: Readonly<Record<Pace, { hr: number; cadence: number; speed: number }>> = {
  rest: { hr: 68, cadence: 0, speed: 0 },
  walk: { hr: 102, cadence: 112, speed: 1.4 },
  run: { hr: 150, cadence: 160, speed: 2.3 },
};

/** Seconds in which the heart closes about two thirds of the way to its target, going up and coming down. */
const RISE_S = 25;
const FALL_S = 40;
/** Cardiac drift: beats a minute gained per second of effort. */
const DRIFT_PER_S = 0.004;

/**
 * A made-up person: heart rate follows effort with a lag, cadence within a few seconds, both with a small deterministic
 * tremble. The same paces at the same seconds give the same values.
 */
export class SyntheticRunner {
  pace: Pace = "rest";
  #hr = TARGETS.rest.hr;
  #cadence = 0;
  #speed = 0;
  #distance = 0;
  #effortS = 0;
  #seconds = 0;

  /** Lives one second on. */
  step(): void {
    const target = TARGETS[this.pace];
    this.#seconds += 1;
    if (this.pace !== "rest") this.#effortS += 1;
    const goal = target.hr + (this.pace === "rest" ? 0 : this.#effortS * DRIFT_PER_S);
    this.#hr += (goal - this.#hr) / (goal > this.#hr ? RISE_S : FALL_S);
    this.#cadence += (target.cadence - this.#cadence) / 3;
    this.#speed += (target.speed - this.#speed) / 3;
    this.#distance += this.#speed;
  }

  sample(): Sample {
    return {
      heartRateBpm: Math.round(this.#hr + 2 * tremble(this.#seconds)),
      cadenceSpm: this.#cadence < 20 ? 0 : Math.round(this.#cadence + 3 * tremble(this.#seconds + 7_919)),
      speedMps: Math.round(this.#speed * 100) / 100,
      distanceM: Math.round(this.#distance * 10) / 10,
    };
  }
}

/** A value in −1…1 that looks random but depends on the second only. */
function tremble(second: number): number {
  const mixed = Math.imul(second ^ (second >>> 3), 2_654_435_761) >>> 0;
  return mixed / 2 ** 31 - 1;
}
