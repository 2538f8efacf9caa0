import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openLog } from "./function-log.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backstride-functions-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes room while it is written, and loses no line of the latest five megabytes", async () => {
  const path = join(folder, "functions.log");
  const log = openLog(path);
  const text = "x".repeat(1000);
  for (let line = 0; line < 8000; line += 1) {
    log.line("read", `${line} ${text}`);
    if (line % 500 === 0) await new Promise(setImmediate);
  }
  await log.close();
  const lines = [`${path}.old`, path].flatMap((file) => readFileSync(file, "utf8").trimEnd().split("\n"));
  expect(lines.map((line) => Number(line.split(" ")[2]))).toEqual(Array.from({ length: 8000 }, (_, line) => line));
  expect(statSync(path).size).toBeLessThan(5 * 1024 * 1024);
});

it("goes on in a new file when somebody took the old one away", async () => {
  const path = join(folder, "functions.log");
  const log = openLog(path);
  log.line("read", "first");
  await vi.waitUntil(() => existsSync(path));
  rmSync(path);
  for (let line = 0; line < 6; line += 1) log.line("read", "x".repeat(1024 * 1024));
  log.line("read", "last");
  await log.close();
  expect(readFileSync(path, "utf8")).toContain(" read last\n");
});
