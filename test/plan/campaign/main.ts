import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { overRanges, serveRanges } from "../../../bench/population/pool.ts";
import { LAW_NAMES, type LawName } from "./laws.ts";
import { type Failure, runLaw } from "./run-law.ts";

const ROLE = "campaign";
const CHUNK = 100;
const REPORT_MS = 10_000;
const FOLDER = "dist/campaign";
const USAGE = `npm run campaign -- plan [--count N] [--seed S] [--only ${LAW_NAMES.join("|")}] [--workers N]

Tries the laws of the plan on N random and adversarial histories (200000). A history that breaks one is made as
small as possible and written to ${FOLDER}/, as a log for \`npx backstride plan\`.`;

type Options = {
  readonly count: number;
  readonly seed: number;
  readonly laws: readonly LawName[];
  readonly workers: number | null;
};

serveRanges<Options, Failure | null>(ROLE, ({ seed, laws }, { from, to }) => {
  const law = laws[(from / CHUNK) % laws.length];
  return law === undefined ? null : runLaw(law, (seed + from) | 0, to - from);
});

/** `npm run campaign`. Exit code 0: all laws hold; 1: one does not; 2: the command was not understood. */
export async function main(args: readonly string[], script = import.meta.url): Promise<number> {
  const options = optionsOf(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const { count, seed, laws, workers } = options;
  console.log(`${count} histories, seed ${seed}: ${laws.join(", ")}`);
  const failures: Failure[] = [];
  const report = progress(count);
  await overRanges<Options, Failure | null>(
    { script, role: ROLE, options, count, size: CHUNK, workers },
    (failure, { from, to }) => {
      report(to - from);
      if (failure === null) return;
      failures.push(failure);
      console.log(told(failure));
    },
  );
  console.log(`${count} histories, ${failures.length} failures`);
  return failures.length === 0 ? 0 : 1;
}

function progress(count: number): (more: number) => void {
  const started = performance.now();
  let done = 0;
  let said = started;
  return (more) => {
    done += more;
    const now = performance.now();
    if (now - said < REPORT_MS) return;
    said = now;
    console.log(`  ${done} of ${count}, ${Math.round((1000 * done) / (now - started))} a second`);
  };
}

function told({ law, seed, what, log }: Failure): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = `${FOLDER}/${law}-${seed}.json`;
  writeFileSync(file, `${JSON.stringify(log, null, 1)}\n`);
  return `✗ ${law}, seed ${seed}: ${what}\n  ${log.length} events in ${file}`;
}

function optionsOf(args: readonly string[]): Options | null {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { count: text, seed: text, only: text, workers: text } });
    const laws = LAW_NAMES.filter((name) => values.only === undefined || values.only === name);
    const whole = (value: string | undefined, fallback: number) =>
      value === undefined ? fallback : /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    const [count, seed] = [whole(values.count, 200_000), whole(values.seed, Date.now() % 1_000_000_000)];
    const workers = values.workers === undefined ? null : whole(values.workers, 1);
    if (laws.length === 0 || Number.isNaN(count) || Number.isNaN(seed) || Number.isNaN(workers)) return null;
    return { count, seed, laws, workers };
  } catch {
    return null;
  }
}
