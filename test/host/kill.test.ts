import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { ROOT } from "../../local/root.ts";
import { fixtureAssembly, post, row, startFixture, temporaryFolder } from "./assembly.ts";

let assembly: string;
let data: ReturnType<typeof temporaryFolder>;
let child: ChildProcess | undefined;

beforeAll(async () => {
  assembly = await fixtureAssembly();
});
beforeEach(() => {
  data = temporaryFolder();
});
afterEach(() => {
  child?.kill("SIGKILL");
  data.remove();
});

async function startChild(
  fault: string,
): Promise<{ url: string; ended: Promise<unknown>; kill: () => Promise<unknown> }> {
  const script = join(ROOT, "test", "host", "fixtures", "child.mjs");
  const started = spawn(process.execPath, [script, assembly, data.path, fault], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  const ended = once(started, "exit");
  const [line] = await once(createInterface(started.stdout), "line");
  const { url } = JSON.parse(String(line)) as { url: string };
  const kill = () => {
    started.kill("SIGKILL");
    return ended;
  };
  return { url, ended, kill };
}

it("an acknowledged event is delivered after the host was killed before it could be handled", async () => {
  const first = await startChild("never-ends");
  expect((await post(first, { id: "a" })).status).toBe(202);
  await first.kill();
  const host = await startFixture(assembly, data.path);
  await host.whenIdle();
  expect(await row(host, "done", "a")).not.toBeNull();
  await host.stop();
});

it.each([1, 2])("an event whose handler lost the whole host after its write %i is handled again", async (write) => {
  const first = await startChild(`dies-after-call-${write}`);
  await post(first, { id: "a" }).catch(() => undefined);
  await first.ended;
  const host = await startFixture(assembly, data.path);
  await host.whenIdle();
  expect(await row(host, "seen", "a")).toMatchObject({ seen: 2 });
  expect(await row(host, "done", "a")).not.toBeNull();
  await host.stop();
});

it("the lock of a killed host is taken over, that of a live one is not", async () => {
  const first = await startChild("none");
  await expect(startFixture(assembly, data.path)).rejects.toThrow(
    /already running with the data folder .+ \(process \d+\)/,
  );
  const holder = readFileSync(join(data.path, "lock"), "utf8");
  await first.kill();
  const host = await startFixture(assembly, data.path);
  expect(readFileSync(join(data.path, "lock"), "utf8")).not.toBe(holder);
  await host.stop();
});

it("a terminated host stops by itself and gives its folder back", async () => {
  const first = await startChild("none");
  child?.kill("SIGTERM");
  expect(await first.ended).toEqual([0, null]);
  expect(() => readFileSync(join(data.path, "lock"))).toThrow(/ENOENT/);
});
