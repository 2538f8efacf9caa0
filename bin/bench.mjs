// `npm run bench`: figures with their budgets, as a table and as dist/bench/results.json.
import { buildAll } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

await ensureInstalled();
await buildAll();
const { load } = await import("./load.mjs");
const { bench } = await load("bench/run.ts");
process.exit((await bench()) ? 0 : 1);
