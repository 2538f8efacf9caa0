import type { DayFacts } from "./facts.ts";

/** A date of which nothing is known. Apart from the schemas, so that a watch can decide without them. */
export const EMPTY_DAY: DayFacts = {
  pre: null,
  am: null,
  unwell: false,
  score: null,
  usual: null,
  rmdq: null,
  placement: null,
  items: [],
};

/** The higher of two scores, where either may be unknown. */
export function higher(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a === null ? b : a;
  return Math.max(a, b);
}
