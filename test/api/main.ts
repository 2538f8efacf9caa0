import { parseArgs } from "node:util";
import { fuzz, fuzzed, signIn } from "./fuzz.ts";
import { RealHost } from "./real-host.ts";

const USAGE = `npm run campaign -- api [--count N] [--seed S]

Tries every route N times (300) with requests made from its own schema and then spoilt: never a 5xx, always a problem, and
nothing changed by a refused request.`;

/** `npm run campaign -- api`. Exit code 0: all as it should be; 1: it is not; 2: the command was not understood. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { count: { type: "string" }, seed: { type: "string" } } });
  const [count, seed] = [Number(values.count ?? 300), Number(values.seed ?? Date.now() % 1_000_000)];
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
    console.error(USAGE);
    return 2;
  }
  console.log(`seed ${seed}`);
  const failed = await everyRoute(count, seed);
  console.log(`${failed} of ${fuzzed.length} routes failed`);
  return failed === 0 ? 0 : 1;
}

/** Each with a host of its own: what one route leaves behind is not what another is judged by. */
async function everyRoute(count: number, seed: number): Promise<number> {
  let failed = 0;
  for (const [index, route] of fuzzed.entries()) {
    const host = await RealHost.start();
    try {
      await fuzz(host, await signIn(host), route, count, seed + index);
      console.log(`✓ ${route}`);
    } catch (error) {
      failed += 1;
      console.log(`✗ ${route}: ${error instanceof Error ? error.message : error}`);
    } finally {
      await host.stop();
    }
  }
  return failed;
}
