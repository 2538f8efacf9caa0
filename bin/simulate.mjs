// `npm run simulate`: populations of simulated people against the real plan.
import { ensureInstalled } from "./install.mjs";

await ensureInstalled();
const { load } = await import("./load.mjs");
const { main } = await load("bench/population/simulate.ts");
process.exitCode = await main(process.argv.slice(2));
