import { BUDGETS } from "./budgets.ts";

export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly budget: number | null;
  readonly ok: boolean;
};

/** A measured figure beside its budget, if it has one. */
export function figure(name: string, value: number): Figure {
  const budget = BUDGETS[name] ?? null;
  return { name, value: Math.round(value * 10) / 10, budget, ok: budget === null || value <= budget };
}

/** The nearest-rank percentile of a list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
