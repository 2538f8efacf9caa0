import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PlainError, quietly, step } from "./progress.mjs";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The browser for the tests: `CHROME_PATH`, else an installed one, else Debian's chromium, else Playwright's own download.
 * @param {Promise<void>} packages Playwright is there once they are installed
 * @returns {Promise<string>} its executable
 */
export async function ensureBrowser(packages) {
  const found = installed();
  if (found !== null) return found;
  if (hasApt()) await step("Installing Debian's chromium", aptInstall);
  else await packages.then(downloadPlaywrights);
  const now = installed() ?? (await playwrightOwn());
  if (now === null)
    throw new PlainError("No browser was found. Install Chromium, or set CHROME_PATH to one, and try again.");
  return now;
}

const downloadPlaywrights = () =>
  step("Downloading Playwright's chromium", () =>
    quietly("npx", ["playwright", "install", "chromium"], { shell: process.platform === "win32" }),
  );

function installed() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new PlainError(`CHROME_PATH names ${named}, but there is no such file.`);
  }
  return KNOWN.find((path) => existsSync(path)) ?? null;
}

function hasApt() {
  return process.platform === "linux" && spawnSync("apt-get", ["--version"]).status === 0 && (isRoot() || canSudo());
}

const isRoot = () => process.getuid?.() === 0;
const canSudo = () => spawnSync("sudo", ["-n", "true"]).status === 0;

async function aptInstall() {
  const prefix = isRoot() ? [] : ["sudo", "-n"];
  const apt = async (...args) => {
    const [command, ...rest] = [...prefix, "apt-get", ...args];
    await quietly(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  };
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", "chromium");
}

async function playwrightOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) && execFileSync(path, ["--version"]).length > 0 ? path : null;
}
