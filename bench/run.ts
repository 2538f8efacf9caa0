import { mkdirSync, writeFileSync } from "node:fs";
import { capacity } from "./capacity.ts";
import type { Figure } from "./figure.ts";
import { sessionToPlan } from "./latency.ts";
import { load } from "./load.ts";
import { plan } from "./plan.ts";
import { dashboard, functions, watchPackage } from "./sizes.ts";
import { watchFigures } from "./watch.ts";

/** Measures, prints a table, writes `dist/bench/results.json`; false when a budget is exceeded. */
export async function bench(): Promise<boolean> {
  const figures: Figure[] = [
    ...watchPackage(),
    ...(await watchFigures()),
    ...functions(),
    ...dashboard(),
    ...(await plan()),
    ...(await capacity()),
    ...(await sessionToPlan()),
    ...(await load()),
  ];
  mkdirSync("dist/bench", { recursive: true });
  writeFileSync("dist/bench/results.json", `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
  console.log(table(figures));
  return figures.every(({ ok }) => ok);
}

function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map(
    ({ name, value, budget, ok }) =>
      `${ok ? " " : "!"} ${name.padEnd(width)} ${String(value).padStart(10)}${budget === null ? "" : `  (budget ${budget})`}`,
  );
  return lines.join("\n");
}
