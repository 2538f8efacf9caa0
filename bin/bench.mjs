// `npm run bench [-- <stage> …]`: figures with their budgets, as a table and as dist/bench/results.json. A stage by its name, such as
// `load` or `"session to plan"`; all of them, one after the other, when none is named.
import { buildAll } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

const wanted = process.argv.slice(2);
await ensureInstalled();
const { load } = await import("./load.mjs");
const { bench, stageNames } = await load("bench/run.ts");
if (wanted.some((name) => !stageNames.includes(name))) {
  console.error(
    `npm run bench [-- ${stageNames.map((name) => (name.includes(" ") ? `"${name}"` : name)).join("|")} …]`,
  );
  process.exit(2);
}
await buildAll();
process.exit((await bench(wanted)) ? 0 : 1);
