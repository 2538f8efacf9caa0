import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser.mjs";
import { buildAll, buildStandIns } from "./build.mjs";
import { CHECKS, runChecks } from "./checks.mjs";
import { ensureInstalled } from "./install.mjs";
import { PlainError } from "./progress.mjs";

const RESULTS = "dist/test";

/** Runs checks, vitest and Playwright; the exit code is 0 only when everything passed. */
export async function runAllTests() {
  let checks;
  try {
    const installed = ensureInstalled();
    const builtAndChecked = installed.then(() => Promise.all([runChecks(), buildAll(), buildStandIns()]));
    const [browser, [failed]] = await Promise.all([ensureBrowser(installed), builtAndChecked]);
    process.env.CHROME_PATH = browser;
    checks = { passed: CHECKS.length - failed, failed };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(`\n${error.message}\n0 passed, 1 failed`);
    process.exit(1);
  }
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const parts = [checks, vitest(), playwright()];
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failed = parts.reduce((sum, part) => sum + part.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

function vitest() {
  const report = `${RESULTS}/vitest.json`;
  const status = node([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests, numFailedTests } = read(report, { numPassedTests: 0, numFailedTests: 0 });
  return counted(numPassedTests, numFailedTests, status);
}

function playwright() {
  const report = `${RESULTS}/playwright.json`;
  const status = node(["node_modules/@playwright/test/cli.js", "test"], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const { stats } = read(report, { stats: { expected: 0, unexpected: 0, flaky: 0 } });
  return counted(stats.expected, stats.unexpected + stats.flaky, status);
}

/** A runner that failed without a failing test (a file that does not load, say) still counts as one failure. */
function counted(passed, failed, status) {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

function node(args, env = {}) {
  return spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } }).status;
}

function read(path, fallback) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return fallback;
  }
}
