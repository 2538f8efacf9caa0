import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { live, lived } from "./live.ts";
import { overRanges, serveRanges } from "./pool.ts";
import type { Result } from "./result.ts";
import { summaryOf, summaryText } from "./summary.ts";
import { csvOf } from "./table.ts";

export type Population = { readonly people: number; readonly weeks: number; readonly seed: number };

const ROLE = "population";
const CHUNK = 5;
const SHOWN_VIOLATIONS = 5;
const USAGE = `npm run simulate -- --people N --weeks W --seed S [--out file.csv|file.json] [--workers N] [--log person]

Lets a population live with the real plan and checks every plan that is issued against the invariants.

  --out      a CSV line for each person and week, or everything as JSON
  --log      prints the log of one person of the population instead, for \`npx backstride plan\``;

serveRanges<Population, Result[]>(ROLE, ({ seed, weeks }, { from, to }) =>
  Array.from({ length: to - from }, (_, index) => live(seed, from + index, weeks)),
);

/** Everybody of a population, in order. The same for any number of workers. */
export async function simulated(population: Population, script: string, workers: number | null): Promise<Result[]> {
  const results: Result[] = [];
  const pool = { script, role: ROLE, options: population, count: population.people, size: CHUNK, workers };
  await overRanges<Population, Result[]>(pool, (lives) => results.push(...lives));
  return results.sort((a, b) => a.number - b.number);
}

/** `npm run simulate`. Exit code 0: no invariant broken; 1: one was; 2: the command was not understood. */
export async function main(args: readonly string[], script = import.meta.url): Promise<number> {
  const options = optionsOf(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const { seed, weeks, out, workers, log } = options;
  if (log !== null) {
    console.log(JSON.stringify(lived(seed, log, weeks).events, null, 1));
    return 0;
  }
  const started = performance.now();
  const results = await simulated(options, script, workers);
  const seconds = (performance.now() - started) / 1000;
  const summary = summaryOf(results);
  if (out !== null)
    await writeFile(
      out,
      out.endsWith(".csv")
        ? csvOf(results)
        : `${JSON.stringify({ options: { people: options.people, weeks, seed }, summary, people: results }, null, 1)}\n`,
    );
  console.log(summaryText(summary));
  console.log(`${Math.round((options.people * weeks) / seconds)} people-weeks per second`);
  const broken = results.flatMap(({ number, violations }) => violations.map((violation) => ({ number, ...violation })));
  for (const { number, invariant, today, what } of broken.slice(0, SHOWN_VIOLATIONS)) {
    console.log(`  invariant ${invariant}, person ${number}, ${today}: ${what}`);
  }
  return broken.length === 0 ? 0 : 1;
}

type Options = Population & {
  readonly out: string | null;
  readonly workers: number | null;
  readonly log: number | null;
};

function optionsOf(args: readonly string[]): Options | null {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { people: text, weeks: text, seed: text, out: text, workers: text, log: text },
    });
    const [people, weeks, seed] = [count(values.people), count(values.weeks), count(values.seed)];
    const out = values.out ?? null;
    if (people === null || weeks === null || seed === null) return null;
    if (out !== null && !/\.(csv|json)$/.test(out)) return null;
    return { people, weeks, seed, out, workers: count(values.workers), log: count(values.log) };
  } catch {
    return null;
  }
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
