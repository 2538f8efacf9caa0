/** Chance that is the same for the same seed, so that a case which failed can be played again. */
export type Chance = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [least, most]. */
  between(least: number, most: number): number;
  of<T>(items: readonly T[]): T;
  /** True with this likelihood. */
  is(share: number): boolean;
};

/** mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    of: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
    is: (share) => next() < share,
  };
}
