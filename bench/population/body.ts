import type { Pain } from "../../core/contract/session.ts";
import type { Traits } from "./person.ts";
import type { Random } from "./random.ts";

/** How a session went for a body: the scores it would give, and whether it had to stop. */
export type Felt = {
  readonly dur: number;
  readonly post: number;
  readonly rpe: number;
  readonly leg: boolean;
  /** Share of the session done before it was too much. */
  readonly share: number;
};

/** A simulated back: what is usual, what a session or a flare adds, and how it heals. No claim about real ones. */
export class Body {
  readonly #traits: Traits;
  readonly #random: Random;
  #usual: number;
  #tolerance: number;
  #irritation = 0;
  #flare = 0;
  #ill = 0;

  constructor(traits: Traits, random: Random) {
    this.#traits = traits;
    this.#random = random;
    this.#usual = traits.pain;
    this.#tolerance = traits.tolerance;
  }

  /** A night: irritation settles, flares come and go. */
  sleep(): void {
    this.#irritation *= 0.45;
    this.#flare = this.#flare < 0.3 ? 0 : this.#flare * 0.82;
    this.#ill = Math.max(0, this.#ill - 1);
    if (this.#random.chance(this.#traits.flareChance))
      this.#flare += this.#traits.flareHeight * this.#random.between(0.5, 1.4);
    if (this.#random.chance(0.003)) this.#ill = this.#random.whole(2, 8);
  }

  get unwell(): boolean {
    return this.#ill > 0;
  }

  /** Pain as it would be answered now. */
  pain(): Pain {
    const back = this.#usual + this.#irritation + this.#flare + this.#random.between(-0.9, 0.9);
    return { back: score(back), leg: score(back - 2 + this.#random.between(-1, 1)) };
  }

  /** Does `runS` seconds of running (0: a walk). */
  exercise(runS: number, before: Pain): Felt {
    const load = runS / this.#tolerance;
    const strain = Math.max(0, load - 1);
    const rise = 1.6 * strain + this.#flare * 0.2 + this.#random.between(-0.7, 0.7);
    const dur = score(before.back + rise);
    this.#irritation += Math.min(4, 1.5 * strain);
    this.#tolerance *= 1 + this.#traits.growth * Math.min(1, load);
    this.#usual = Math.max(0.2, this.#usual - this.#traits.relief / 3);
    return {
      dur,
      post: score(before.back + rise * 0.6),
      rpe: score(2.5 + 2.2 * load + this.#random.between(-0.8, 1.2)),
      leg: this.#random.chance(this.#traits.legChance * (1 + 10 * strain)),
      share: dur >= 7 ? this.#random.between(0.2, 0.9) : 1,
    };
  }
}

const score = (value: number): number => Math.max(0, Math.min(10, Math.round(value)));
