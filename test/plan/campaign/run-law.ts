import fc from "fast-check";
import type { LogEvent } from "../../../core/contract/event.ts";
import type { Law } from "./law.ts";
import { LAWS, type LawName } from "./laws.ts";

/** The smallest history found that breaks a law. */
export type Failure = {
  readonly law: string;
  readonly seed: number;
  readonly what: string;
  readonly log: readonly LogEvent[];
};

const SHRINK_MS = 60_000;

/** Tries `runs` histories of a seed; null when the law holds for all of them. */
export function runLaw(name: LawName, seed: number, runs: number): Failure | null {
  return tryLaw(LAWS[name] as Law<unknown>, seed, runs);
}

/** The same for any law. */
export function tryLaw<T>(law: Law<T>, seed: number, runs: number): Failure | null {
  let deadline = Number.POSITIVE_INFINITY;
  const holds = fc.property(law.histories, (history) => {
    // Once a failure is found, shrinking may only take so long.
    if (performance.now() > deadline) return true;
    const broken = law.broken(history) !== null;
    if (broken) deadline = Math.min(deadline, performance.now() + SHRINK_MS);
    return !broken;
  });
  const { counterexample } = fc.check(holds, { seed, numRuns: runs });
  if (counterexample === null) return null;
  const [smallest] = counterexample;
  return { law: law.name, seed, what: law.broken(smallest) ?? "", log: law.log(smallest) };
}
