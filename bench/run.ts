import { mkdirSync, writeFileSync } from "node:fs";
import { capacity } from "./capacity.ts";
import type { Figure } from "./figure.ts";
import { sessionToPlan } from "./latency.ts";
import { pages } from "./lighthouse.ts";
import { load, throughput } from "./load.ts";
import { plan } from "./plan.ts";
import { dashboard, functions, watchPackage } from "./sizes.ts";
import { watchFigures } from "./watch.ts";

const STAGES: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  "watch package": watchPackage,
  watch: watchFigures,
  functions,
  dashboard,
  "dashboard in Lighthouse": pages,
  plan,
  capacity,
  "session to plan": sessionToPlan,
  throughput,
  load,
};

export const stageNames = Object.keys(STAGES);

/**
 * Measures, prints a table for each stage, writes `dist/bench/results.json`. False when a budget is exceeded, or when something could not be measured:
 * the rest is measured all the same.
 * @param wanted names of stages; all of them when empty
 */
export async function bench(wanted: readonly string[]): Promise<boolean> {
  const figures: Figure[] = [];
  const failed: string[] = [];
  mkdirSync("dist/bench", { recursive: true });
  for (const [stage, measure] of Object.entries(STAGES)) {
    if (wanted.length > 0 && !wanted.includes(stage)) continue;
    console.log(`  … ${stage}`);
    try {
      const measured = await measure();
      figures.push(...measured);
      console.log(table(measured));
    } catch (error) {
      failed.push(`! ${stage} could not be measured: ${error instanceof Error ? error.stack : error}`);
      console.log(failed.at(-1));
    }
    const results = { node: process.version, figures, failed };
    writeFileSync("dist/bench/results.json", `${JSON.stringify(results, null, 2)}\n`);
  }
  return failed.length === 0 && figures.every(({ ok }) => ok);
}

function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map(
    ({ name, value, budget, floor, ok }) =>
      `${ok ? " " : "!"} ${name.padEnd(width)} ${String(value).padStart(10)}${limit("budget", budget)}${limit("at least", floor)}`,
  );
  return lines.join("\n");
}

const limit = (word: string, value: number | null): string => (value === null ? "" : `  (${word} ${value})`);
