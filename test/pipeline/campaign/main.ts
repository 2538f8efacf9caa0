import { parseArgs } from "node:util";
import fc from "fast-check";
import { REAL } from "../cloud.ts";
import { PIPELINE_MUTANTS } from "../model/mutants.ts";
import { everyDeparture, everyLife } from "../model/property.ts";
import { MUTANTS } from "../mutants.ts";
import { everySchedule, holdsTheTotals, holdsTheTruth } from "../schedules.ts";

const USAGE = `npm run campaign -- pipeline [--count N] [--seed S]

Runs the real consumers under N schedules of duplicates, reordering and crashes between any two accesses (10000), lives N
whole lives against the whole pipeline under a virtual clock (a third of that), and sees that each broken variant is caught.`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Property = fc.IAsyncProperty<unknown[]>;
type Part = { readonly name: string; readonly property: Property; readonly runs: number; readonly law: RegExp | null };

/** `npm run campaign -- pipeline`. Exit code 0: all as it should be; 1: it is not; 2: the command was not understood. */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  // What the functions say in their log.
  console.log = () => {};
  say(`seed ${options.seed}`);
  let failures = 0;
  for (const part of partsOf(options.count)) if (!(await passes(part, options.seed))) failures += 1;
  say(`${failures} failures`);
  return failures === 0 ? 0 : 1;
}

function partsOf(count: number): Part[] {
  const part = (name: string, property: unknown, runs: number, law: RegExp | null): Part => ({
    name,
    property: property as Property,
    runs,
    law,
  });
  return [
    part("schedules of the consumers", everySchedule(REAL, holdsTheTruth), count, null),
    part("lives of the whole pipeline", everyLife(), Math.ceil(count / 3), null),
    part("lives that end with a deletion", everyDeparture, Math.ceil(count / 10), null),
    ...Object.entries(MUTANTS).map(([name, { consumers, onlyTotals }]) =>
      part(name, everySchedule(consumers, onlyTotals ? holdsTheTotals : holdsTheTruth), count, /./),
    ),
    ...Object.entries(PIPELINE_MUTANTS).map(([name, { lies, law }]) => part(name, everyLife(lies), count, law)),
  ];
}

/** A part with a law is broken on purpose and has to fail, by that law. */
async function passes({ name, property, runs, law }: Part, seed: number): Promise<boolean> {
  const started = performance.now();
  const { failed, numRuns, errorInstance, counterexamplePath } = await fc.check(property, {
    seed,
    numRuns: runs,
    endOnFailure: law !== null,
  });
  const passed = law === null ? !failed : failed && law.test(String(errorInstance));
  const seconds = Math.round((performance.now() - started) / 1000);
  const what = law === null ? `${numRuns} runs` : `${failed ? "caught" : "not caught"} in ${numRuns} runs`;
  say(`${passed ? "✓" : "✗"} ${name}: ${what}, ${seconds} s`);
  if (!passed) say(`  path ${counterexamplePath}\n  ${String(errorInstance)}`);
  return passed;
}

function optionsOf(args: readonly string[]): { count: number; seed: number } | null {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ args: [...args], options: { count: text, seed: text } });
    const [count, seed] = [Number(values.count ?? 10_000), Number(values.seed ?? Date.now() % 1_000_000_000)];
    return Number.isInteger(count) && count > 0 && Number.isInteger(seed) ? { count, seed } : null;
  } catch {
    return null;
  }
}
