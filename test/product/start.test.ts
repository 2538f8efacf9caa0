import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freePort, startProduct } from "./start.ts";

/** Starts where it cannot, and waits for it to say so. @param settings what else its environment holds */
function failedStart(port: number, dataDir: string, settings: Record<string, string> = {}) {
  const env = { ...process.env, ...settings, PORT: String(port), BACKSTRIDE_DATA: dataDir };
  const { status, stderr } = spawnSync(process.execPath, ["bin/start.mjs"], { env, encoding: "utf8", timeout: 60_000 });
  return { status, said: stderr.trim() };
}

it("says how each part is, stops on Ctrl-C, and starts again where it left off", async () => {
  const product = await startProduct();
  const port = Number(new URL(product.url).port);
  const healthz = await fetch(`${product.url}/healthz`);
  expect(healthz.status).toBe(200);
  expect(await healthz.json()).toMatchObject({ status: "ok", table: "open", bus: { backlog: 0 } });
  await product.stop();
  await expect(fetch(`${product.url}/healthz`)).rejects.toThrow();
  const again = await startProduct({ dataDir: product.dataDir, port });
  expect(again.setupCode).toBe(product.setupCode);
  await again.stop();
  again.forget();
});

it("answers only to its name, so that passkeys work: 127.0.0.1 is sent to localhost", async () => {
  const product = await startProduct();
  const answer = await fetch(product.url.replace("localhost", "127.0.0.1"), { redirect: "manual" });
  expect(answer.status).toBe(308);
  expect(answer.headers.get("location")).toBe(`${product.url}/`);
  await product.stop();
  product.forget();
});

it("a port in use and a data folder in use each get one sentence", async () => {
  const product = await startProduct();
  const port = Number(new URL(product.url).port);
  const empty = mkdtempSync(join(tmpdir(), "backstride-"));
  const sentence = (said: string) => expect(said.split("\n")).toHaveLength(1);

  const taken = failedStart(port, empty);
  expect(taken.status).toBe(1);
  expect(taken.said).toContain(String(port));
  sentence(taken.said);

  const locked = failedStart(await freePort(), product.dataDir);
  expect(locked.status).toBe(1);
  expect(locked.said).toContain(product.dataDir);
  sentence(locked.said);

  await product.stop();
  product.forget();
  rmSync(empty, { recursive: true, force: true });
});

/** Ends the thread of the table engine, which is the one that is told where to look for faults, as soon as it runs. */
const engineEnds = (why: string) => `const threads = require("node:worker_threads");
setImmediate(() => { if (threads.workerData?.watched) throw new Error("${why}"); });`;

it.each([
  ["a fault", /^The table engine has ended \(Error: a fault\)\. .+$/],
  ["IO error: 000005.log: No space left on device", /^The disk is full\. .+$/],
])("a table engine that ends takes the host with it, in one sentence: %s", async (why, sentence) => {
  const folder = mkdtempSync(join(tmpdir(), "backstride-"));
  const fault = join(folder, "engine-ends.cjs");
  writeFileSync(fault, engineEnds(why));
  const { status, said } = failedStart(await freePort(), join(folder, "data"), { NODE_OPTIONS: `--require=${fault}` });
  expect(status).toBe(1);
  expect(said).toMatch(sentence);
  rmSync(folder, { recursive: true, force: true });
});

it("--help is the usage, and starts nothing", () => {
  const { status, stdout } = spawnSync(process.execPath, ["bin/start.mjs", "--help"], { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^npm start .*--lan/);
});

it("a too-old Node gets one sentence", () => {
  const script = `import("./bin/node-version.mjs").then((module) => module.requireNode("18.20.4"))`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(/^Backstride needs Node 20\.19 or newer; this is Node 18\.20\.4\..*$/);
});
