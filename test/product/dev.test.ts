import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const data = mkdtempSync(join(tmpdir(), "backstride-dev-"));

afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Waits until the process has said `text` so many times. */
function said(child: ChildProcess, text: string): (times: number) => Promise<void> {
  let output = "";
  const heard: (() => void)[] = [];
  child.stdout?.on("data", (chunk) => {
    output += chunk;
    for (const look of heard) look();
  });
  return (times) =>
    new Promise((done) => {
      const look = () => output.split(text).length > times && done();
      heard.push(look);
      look();
    });
}

it("starts again when a source file changes, and leaves nothing running", async () => {
  const env = { ...process.env, PORT: "0", BACKSTRIDE_DATA: data };
  const child = spawn(process.execPath, ["bin/dev.mjs"], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => child.once("close", done));
  const running = said(child, "Backstride is running.");
  await running(1);
  const now = new Date();
  utimesSync(join(root, "core/uuid.ts"), now, now);
  await running(2);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
}, 120_000);
