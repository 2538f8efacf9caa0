// `npm run check`: types, lint and the unit tests beside their sources; for while you work.
import { spawnSync } from "node:child_process";
import { runChecks } from "./checks.mjs";
import { ensureInstalled } from "./install.mjs";

await ensureInstalled();
const failed = await runChecks();
const rooms = ["core", "lambdas", "watch-app", "simulator", "dashboard", "local", "lib"];
const unit = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...rooms], { stdio: "inherit" });
process.exit(failed === 0 && unit.status === 0 ? 0 : 1);
