// `npm run campaign [-- plan|pipeline|api|host|watch …]`: the long runs. The laws of the plan on very many histories; the
// consumers of the cloud repeated, reordered and crashed; every route of the API under spoilt requests; the whole host killed
// under load; the packaged watch app killed, cut off and damaged. All of them, one after the other, when none is named.
import { buildAll } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

const CAMPAIGNS = {
  plan: "test/plan/campaign/main.ts",
  pipeline: "test/pipeline/campaign/main.ts",
  api: "test/api/main.ts",
  host: "test/product/campaign/main.ts",
  watch: "test/watch/campaign/main.ts",
};

const [first, ...rest] = process.argv.slice(2);
if (first !== undefined && !Object.hasOwn(CAMPAIGNS, first)) {
  console.error(`npm run campaign [-- ${Object.keys(CAMPAIGNS).join("|")} …]`);
  process.exit(2);
}
await ensureInstalled();
if (first !== "plan" && first !== "pipeline") await buildAll();
const { load } = await import("./load.mjs");
for (const room of first === undefined ? Object.keys(CAMPAIGNS) : [first]) {
  const { main } = await load(CAMPAIGNS[room]);
  const code = await main(rest);
  if (code !== 0) process.exitCode = code;
}
