import type { ProfileChange } from "../../core/contract/profile.ts";
import type { Random } from "./random.ts";

/** Backs and habits that differ. `stubborn`: pain that hardly answers to anything. */
export const KINDS = ["responder", "flare-ups", "missed-weeks", "once-a-week", "over-eager", "stubborn"] as const;
export type Kind = (typeof KINDS)[number];

/** What the program cannot see: how the body answers, and how the person keeps to the plan. Shares are per day or per occasion. */
export type Traits = {
  /** Pain on an ordinary day, 0–10, and how much of it a good week takes away. */
  readonly pain: number;
  readonly relief: number;
  /** Seconds of running in one go that leave no trace, and how fast that grows. */
  readonly tolerance: number;
  readonly growth: number;
  readonly flareChance: number;
  readonly flareHeight: number;
  readonly legChance: number;
  /** Does a planned session; answers the morning after; answers only a day late. */
  readonly shows: number;
  readonly answers: number;
  readonly late: number;
  /** Chance that a week is spent away from everything. */
  readonly away: number;
  /** Runs on a day without a plan; runs on beyond the plan. */
  readonly extra: number;
  readonly overrun: number;
};

export type Person = {
  readonly number: number;
  readonly kind: Kind;
  readonly traits: Traits;
  readonly first: ProfileChange;
};

/** Person `number` of a population; kinds take turns. */
export function personOf(number: number, random: Random): Person {
  const kind = KINDS[number % KINDS.length] ?? "responder";
  const traits = { ...ordinary(random), ...SPECIAL[kind](random) };
  return { number, kind, traits, first: profileOf(kind, traits, random) };
}

const ordinary = (random: Random): Traits => ({
  pain: random.between(0.5, 3.5),
  relief: random.between(0.02, 0.12),
  tolerance: random.between(60, 500),
  growth: random.between(0.04, 0.1),
  flareChance: 0.004,
  flareHeight: 3,
  legChance: 0.0005,
  shows: random.between(0.8, 1),
  answers: random.between(0.8, 1),
  late: 0.05,
  away: 0.02,
  extra: 0.01,
  overrun: 0.03,
});

const SPECIAL: Readonly<Record<Kind, (random: Random) => Partial<Traits>>> = {
  responder: (random) => ({ relief: random.between(0.1, 0.25), growth: random.between(0.08, 0.15) }),
  "flare-ups": (random) => ({ flareChance: random.between(0.02, 0.06), flareHeight: random.between(2, 6) }),
  "missed-weeks": (random) => ({ away: random.between(0.15, 0.4), shows: random.between(0.6, 0.9) }),
  "once-a-week": (random) => ({ shows: random.between(0.85, 1), growth: random.between(0.05, 0.12) }),
  "over-eager": (random) => ({ extra: random.between(0.2, 0.9), overrun: random.between(0.2, 0.7), shows: 1 }),
  stubborn: (random) => ({ pain: random.between(2.5, 5), relief: 0, growth: random.between(0, 0.02) }),
};

function profileOf(kind: Kind, traits: Traits, random: Random): ProfileChange {
  const jogs = traits.tolerance > 300 && random.chance(0.3);
  const jog = { boutS: random.whole(20, 120), timesPerWeek: random.whole(2, 4), worstPain: random.whole(0, 3) };
  return {
    placement: { walkMin: random.whole(2, 60), jog: jogs ? jog : null },
    usualPain: Math.min(5, Math.round(traits.pain)),
    days:
      kind === "once-a-week"
        ? [6]
        : random.pick([
            [2, 4, 6],
            [1, 3, 5],
            [1, 2, 3, 4, 5, 6, 7],
            [3, 6, 7],
          ]),
    weeklyTarget: random.whole(2, 4),
    wakeUp: random.pick(["05:45", "06:30", "07:15"]),
    preferredStart: random.pick([null, null, "06:30", "18:00"]),
    optIn: random.chance(0.3),
  };
}
