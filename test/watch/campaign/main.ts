import { parseArgs } from "node:util";
import { watchCampaign } from "./index.ts";

const USAGE = "npm run campaign -- watch [--share 0…1] [--seed S]";

/** `npm run campaign -- watch`. Exit code 0: nothing failed; 1: something did; 2: the command was not understood. */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const results = await watchCampaign({
    ...options,
    tell: ({ name, cases, failures }) => {
      console.log(`${failures.length === 0 ? "✓" : "✗"} ${name}: ${cases} cases, ${failures.length} failures`);
      for (const failure of failures) console.log(`  ${failure}`);
    },
  });
  return results.every(({ failures }) => failures.length === 0) ? 0 : 1;
}

function optionsOf(args: readonly string[]): { share: number; seed: number } | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { share: { type: "string" }, seed: { type: "string" } } });
    const share = Number(values.share ?? 1);
    const seed = Number(values.seed ?? 1);
    return share > 0 && share <= 1 && Number.isInteger(seed) ? { share, seed } : null;
  } catch {
    return null;
  }
}
