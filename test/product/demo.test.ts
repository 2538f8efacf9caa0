import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve } from "../../bin/serve.ts";
import { HistoryPage, PlanAnswer } from "../../core/contract/api.ts";
import { TokenAnswer } from "../../core/contract/auth.ts";
import { demoFor } from "../../demo/demo.ts";
import { type DemoMark, demoIn } from "../../local/data/demo.ts";
import { takeFolder } from "../../local/data/folder.ts";
import { clientWith } from "./client.ts";

const home = mkdtempSync(join(tmpdir(), "backstride-demo-"));
const folder = join(home, "demo");
const assembly = resolve(import.meta.dirname, "../../cdk.out");
const made: string[] = [];
const step = async (name: string, work: () => Promise<void>) => {
  made.push(name);
  await work();
};
let mark: DemoMark;

beforeAll(async () => {
  mark = await demoFor({ folder, assembly, weeks: 2, step });
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const served = () => serve({ dataDir: folder, port: 0, demo: true, signals: false });

async function signedIn(url: string) {
  const { name, passphrase } = mark;
  const answer = await clientWith(url, "").post("/v1/auth/passphrase/login", { name, passphrase });
  return clientWith(url, v.parse(TokenAnswer, await answer.json()).access_token);
}

it("who signs in with what is printed sees weeks of sessions and what comes next", async () => {
  const host = await served();
  try {
    const client = await signedIn(host.url);
    const { items } = v.parse(HistoryPage, await (await client.get("/v1/history")).json());
    const sessions = items.filter(({ kind }) => kind === "session");
    expect(sessions.length).toBeGreaterThan(2);
    const { plan } = v.parse(PlanAnswer, await (await client.get("/v1/plan")).json());
    expect(plan?.rules.length).toBeGreaterThan(0);
    expect(host.setupCode).toBeNull();
    expect(host.deadLetters.list()).toEqual([]);
  } finally {
    await host.stop();
  }
});

it("every page says that the person is invented, and no page of a person does", async () => {
  const pageOf = async (host: Awaited<ReturnType<typeof serve>>) => {
    const page = await (await fetch(`${host.url}/trends`)).text();
    await host.stop();
    return page;
  };
  expect(await pageOf(await served())).toContain("<html data-demo");
  expect(await pageOf(await serve({ dataDir: join(home, "own"), port: 0, signals: false }))).not.toContain("data-demo");
});

it("the second start makes nothing anew", async () => {
  expect(await demoFor({ folder, assembly, step })).toEqual(mark);
  expect(made).toEqual(["2 weeks of an invented person"]);
});

it("what is invented and what is real refuse each other's folder", async () => {
  await expect(serve({ dataDir: folder, port: 0, signals: false })).rejects.toThrow(/is a demo; start it with --demo/);
  const real = join(home, "real");
  takeFolder(real).release();
  await expect(demoFor({ folder: real, assembly, step })).rejects.toThrow(/is no demo/);
  await expect(serve({ dataDir: real, port: 0, demo: true, signals: false })).rejects.toThrow(/is no demo/);
  expect(demoIn(real)).toBeNull();
});

it("a demo that was cut off half made is made anew", async () => {
  const cut = join(home, "cut");
  takeFolder(`${cut}.half`).release();
  await demoFor({ folder: cut, assembly, weeks: 1, step });
  expect(existsSync(`${cut}.half`)).toBe(false);
  expect(demoIn(cut)).not.toBeNull();
});
