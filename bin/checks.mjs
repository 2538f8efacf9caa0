import { spawnSync } from "node:child_process";

const tsc = "node_modules/typescript/bin/tsc";

/** Types (the whole house, then the two rooms that may use less of the language) and lint. */
export const CHECKS = [
  ["Types", [tsc, "-p", "."]],
  ["Types of core (ES2019, no platform)", [tsc, "-p", "core"]],
  ["Types of watch-app (ES2019)", [tsc, "-p", "watch-app"]],
  ["Types of watch-app's tests", [tsc, "-p", "watch-app/tsconfig.tests.json"]],
  ["Format and lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."]],
];

/** Runs the checks and returns how many failed. */
export function runChecks() {
  let failed = 0;
  for (const [name, args] of CHECKS) {
    const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
    console.log(`${status === 0 ? "✓" : "✗"} ${name}`);
    if (status !== 0) failed += 1;
  }
  return failed;
}
