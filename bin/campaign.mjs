// `npm run campaign [-- plan|watch …]`: the long runs. The laws of the plan on very many histories; the packaged watch app
// killed, cut off and damaged. Both, one after the other, when none is named.
import { buildAll } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

const CAMPAIGNS = { plan: "test/plan/campaign/main.ts", watch: "test/watch/campaign/main.ts" };

await ensureInstalled();
const [first, ...rest] = process.argv.slice(2);
const named = Object.hasOwn(CAMPAIGNS, first ?? "");
if (!named || first === "watch") await buildAll();
const { load } = await import("./load.mjs");
for (const room of named ? [first] : Object.keys(CAMPAIGNS)) {
  const { main } = await load(CAMPAIGNS[room]);
  const code = await main(named ? rest : process.argv.slice(2).filter(() => room === "plan"));
  if (code !== 0) process.exitCode = code;
}
