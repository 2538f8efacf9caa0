import { defineConfig } from "@playwright/test";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "test/browser",
  workers: 3,
  timeout: 120_000,
  // A passphrase is slow to check on purpose, and three tests share the computer.
  expect: { timeout: 15_000 },
  outputDir: "test-results",
  reporter: [["list"], ["json"]],
  use: {
    actionTimeout: 10_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", args: FLAGS },
  },
});
