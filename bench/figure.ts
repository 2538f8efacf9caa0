import { BUDGETS, FLOORS } from "./budgets.ts";

export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly budget: number | null;
  readonly floor: number | null;
  readonly ok: boolean;
};

/** A measured figure beside what it may be at most or must be at least, if there is such a thing. */
export function figure(name: string, value: number): Figure {
  const budget = BUDGETS[name] ?? null;
  const floor = FLOORS[name] ?? null;
  const ok = (budget === null || value <= budget) && (floor === null || value >= floor);
  return { name, value: Math.round(value * 10) / 10, budget, floor, ok };
}

/** The nearest-rank percentile of a list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
