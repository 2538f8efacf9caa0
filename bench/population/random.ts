/** Randomness that a seed decides: the same seed and stream give the same numbers on every machine, in any worker. */
export type Random = {
  /** Evenly from 0 up to 1. */
  readonly next: () => number;
  readonly chance: (share: number) => boolean;
  /** A whole number, both ends included. */
  readonly whole: (min: number, max: number) => number;
  readonly between: (min: number, max: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** Ten bytes for an id. */
  readonly bytes: () => number[];
};

/** Mulberry32, with seed and stream mixed so that neighbouring streams share nothing. */
export function randomFrom(seed: number, stream: number): Random {
  let state = mixed(Math.imul(seed, 0x9e3779b1) ^ mixed(stream + 0x51ed270b));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    whole,
    chance: (share) => next() < share,
    between: (min, max) => min + next() * (max - min),
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    bytes: () => Array.from({ length: 10 }, () => whole(0, 255)),
  };
}

function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
