import { spawn } from "node:child_process";

const tsc = "node_modules/typescript/bin/tsc";

/** Types (the whole house, then the two rooms that may use less of the language) and lint. */
export const CHECKS = [
  ["Types", [tsc, "-p", "."]],
  ["Types of core (ES2019, no platform)", [tsc, "-p", "core"]],
  ["Types of watch-app (ES2019)", [tsc, "-p", "watch-app"]],
  ["Types of watch-app's tests", [tsc, "-p", "watch-app/tsconfig.tests.json"]],
  ["Format and lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."]],
];

/** Runs the checks side by side and returns how many failed. */
export async function runChecks() {
  const results = await Promise.all(CHECKS.map(runOne));
  return results.filter((passed) => !passed).length;
}

/** What a check says comes in one piece, when it is over. */
async function runOne([name, args]) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      said += text;
    });
  }
  const code = await new Promise((resolve) => void child.on("close", resolve));
  console.log(`${said}${code === 0 ? "✓" : "✗"} ${name}`);
  return code === 0;
}
