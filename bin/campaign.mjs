// `npm run campaign`: the laws of the plan on very many random and adversarial histories.
import { ensureInstalled } from "./install.mjs";

await ensureInstalled();
const { load } = await import("./load.mjs");
const { main } = await load("test/plan/campaign/main.ts");
process.exitCode = await main(process.argv.slice(2));
