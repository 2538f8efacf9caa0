import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { DeleteScheduleCommand } from "@aws-sdk/client-scheduler";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { backstride } from "../../bin/backstride.ts";
import { peopleIn } from "../../bin/doctor/plan.ts";
import { type Partition, readRows } from "../../bin/doctor/rows.ts";
import { type LocalPlace, withLocal } from "../../bin/place/local.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { firstAccount, firstVisitEvents, sessionEvent, until } from "./client.ts";
import { type Product, startProduct } from "./start.ts";

const folder = mkdtempSync(join(tmpdir(), "backstride-commands-"));
const file = (name: string) => join(folder, name);
const events = [...firstVisitEvents(), ...[21, 12, 4].map(daysAgo)];
let product: Product;

function daysAgo(days: number) {
  const event = sessionEvent(new Date(Date.now() - days * 86_400_000));
  const cues = [
    { kind: "run" as const, dueMs: 300_000, firedMs: 300_120, state: "fired" as const, tier: "held" as const },
  ];
  return { ...event, data: { ...event.data, cues, trace: { everyS: 5, hr: "AQID", cadence: null } } };
}

async function command(...args: string[]): Promise<{ code: number; said: string; warned: string }> {
  const said: string[] = [];
  const warned: string[] = [];
  const code = await backstride(args, { say: (line) => said.push(line), warn: (line) => warned.push(line) });
  return { code, said: said.join("\n"), warned: warned.join("\n") };
}

const here = <T>(work: (place: LocalPlace) => Promise<T>) => withLocal(product.dataDir, work);
const onlyPerson = (): Promise<{ person: string; partition: Partition }> =>
  here(async (place) => {
    const [only] = peopleIn(await readRows(place, null));
    if (only === undefined) throw new Error("nobody is here");
    return only;
  });

async function damage(sk: string, change: Record<string, unknown> | null): Promise<void> {
  const { person, partition } = await onlyPerson();
  const Key = marshall({ pk: `U#${person}`, sk });
  await here(async ({ table, tableName: TableName }) => {
    if (change === null) await table.send(new DeleteItemCommand({ TableName, Key }));
    else await table.send(new PutItemCommand({ TableName, Item: marshall({ ...partition.get(sk), ...change }) }));
  });
}

beforeAll(async () => {
  product = await startProduct();
  process.env.BACKSTRIDE_DATA = product.dataDir;
  const client = await firstAccount(product.url, product.setupCode ?? "");
  await client.post("/v1/events", { events });
  await until(
    () => onlyPerson(),
    ({ partition }) => partition.has("P#CURRENT"),
  );
});
afterAll(async () => {
  await product.stop();
  product.forget();
  rmSync(folder, { recursive: true, force: true });
  delete process.env.BACKSTRIDE_DATA;
});

it("the doctor finds nothing in what the pipeline made, nor in what a crash may leave of its last step", async () => {
  const current = (await onlyPerson()).partition.get("P#CURRENT");
  await damage(`PH#${String(current?.rev).padStart(8, "0")}`, {
    ...current,
    sk: `PH#${String(current?.rev).padStart(8, "0")}`,
  });
  expect(await command("doctor")).toMatchObject({ code: 0, said: "Looked at 1 person: nothing differs." });
});

it("the doctor names what differs, repairs it, and is then content", async () => {
  const { person, partition } = await onlyPerson();
  const weeks = [...partition.keys()].filter((sk) => sk.startsWith("R#"));
  const [first, , third] = weeks;
  await damage(String(first), { totals: { sessions: 99 } });
  await damage(String(third), { sum: { sessions: 99 } });
  await damage("P#CURRENT", { hash: "another" });
  await here(({ scheduler, scheduleGroup: GroupName }) =>
    scheduler.send(new DeleteScheduleCommand({ Name: `r-${person}`, GroupName })),
  );
  const found = await command("doctor");
  expect(found.code).toBe(1);
  for (const week of [first, third]) expect(found.said).toContain(`week ${week?.slice(2)} differs from its events`);
  for (const what of ["the plan differs", "the alarm is not set"]) expect(found.said).toContain(what);
  expect(found.said).toContain("doctor --repair");
  expect(await command("doctor", "--repair")).toMatchObject({ code: 0 });
  expect(await command("doctor")).toMatchObject({ code: 0 });
  const after = await onlyPerson();
  expect(weeks.map((sk) => after.partition.get(sk)?.checkpoint)).toEqual(
    weeks.map((sk) => partition.get(sk)?.checkpoint),
  );
});

it("the doctor says so when an event is only half kept, and a replay of the archive mends it", async () => {
  const { partition } = await onlyPerson();
  const session = [...partition.keys()].find((sk) => sk.startsWith("S#")) ?? "";
  await damage(session, null);
  const found = await command("doctor");
  expect(found.code).toBe(1);
  expect(found.said).toMatch(/I#[0-9a-f-]+ is only half kept – .*replay/);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  expect(await command("replay", "--from", yesterday)).toMatchObject({ code: 0, said: "Replayed." });
  expect(await command("doctor", "--repair")).toMatchObject({ code: 0 });
  expect((await onlyPerson()).partition.get(session)).toMatchObject({ hash: partition.get(session)?.hash });
});

it("an export holds every event as it was recorded, and its import elsewhere the same log and plan", async () => {
  expect(await command("export", "--out", file("log.json"))).toMatchObject({ code: 0, warned: "5 events." });
  const exported = JSON.parse(readFileSync(file("log.json"), "utf8")).events as LogEvent[];
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect([...exported].sort(byId)).toEqual([...events].sort(byId));
  expect(statSync(file("log.json")).mode & 0o077).toBe(0);
  const before = await onlyPerson();
  expect(await command("import", file("log.json"))).toMatchObject({ code: 0, said: "5 events kept, 0 refused." });
  expect(await command("doctor")).toMatchObject({ code: 0 });
  expect((await onlyPerson()).partition.get("P#CURRENT")).toEqual(before.partition.get("P#CURRENT"));
  writeFileSync(file("other.json"), JSON.stringify([{ ...events[4], localDate: "2026-01-01" }, { id: "no" }, null]));
  const refused = await command("import", file("other.json"));
  expect(refused.code).toBe(1);
  expect(refused.said).toBe("0 events kept, 3 refused.");
});

it("a backup that finds no room says so, and the host goes on", async () => {
  symlinkSync("/dev/full", file("full.backup.half"));
  expect(await command("backup", file("full.backup"))).toMatchObject({
    code: 1,
    warned: expect.stringContaining("cannot be written"),
  });
  expect(await command("doctor")).toMatchObject({ code: 0 });
});

it("a backup of the running host, put back after its end, is the same installation", async () => {
  const before = await onlyPerson();
  expect(await command("backup", file("one.backup"))).toMatchObject({ code: 0 });
  expect(statSync(file("one.backup")).mode & 0o077).toBe(0);
  expect((await command("backup", file("one.backup"))).warned).toContain("is there already");
  expect((await command("restore", file("one.backup"), "--replace")).warned).toContain("already running");
  await product.stop();
  expect((await command("restore", file("one.backup"))).warned).toContain("--replace");
  const whole = readFileSync(file("one.backup"));
  writeFileSync(file("half.backup"), whole.subarray(0, whole.length - 100));
  expect(await command("restore", file("half.backup"), "--replace")).toMatchObject({ code: 1 });
  const other = join(product.dataDir, "other.backup");
  writeFileSync(other, whole);
  expect((await command("restore", other, "--replace")).warned).toContain("also holds other.backup");
  rmSync(other);
  const restored = await command("restore", file("one.backup"), "--replace");
  expect(restored.warned).toBe("");
  expect(restored).toMatchObject({ code: 0 });
  const kept = /What was there is in (.+\.backup)\./.exec(restored.said)?.[1] ?? "";
  expect(existsSync(kept)).toBe(true);
  rmSync(kept);
  expect(await command("doctor")).toMatchObject({ code: 0 });
  expect((await onlyPerson()).partition).toEqual(before.partition);
  const port = Number(new URL(product.url).port);
  product = await startProduct({ dataDir: product.dataDir, port });
  expect(product.setupCode).toBeNull();
});

it("a folder that nobody ever started in is named, and nothing begins there", async () => {
  vi.stubEnv("BACKSTRIDE_DATA", file("typo"));
  for (const name of ["doctor", "export", "redrive", "backup"]) {
    expect(await command(name)).toMatchObject({ code: 1, warned: expect.stringContaining("no Backstride in") });
  }
  expect(existsSync(file("typo"))).toBe(false);
  vi.unstubAllEnvs();
});

it.each([
  [/nobody with the id/, "doctor", "--person", "nobody"],
  [/cannot be written \(ENOENT\)/, "export", "--out", "/no/such/folder/log.json"],
  [/no address of an installation/, "export", "--url", "localhost"],
  [/Nobody answers at http:\/\/127.0.0.1:9/, "export", "--url", "http://127.0.0.1:9"],
])("what cannot be done is one sentence: %s", async (sentence, ...args) => {
  vi.stubEnv("BACKSTRIDE_TOKEN", "a token");
  expect(await command(...args)).toMatchObject({ code: 1, warned: expect.stringMatching(sentence) });
  vi.unstubAllEnvs();
});

it.each([
  ["constructor"],
  ["doctor", "--settle", "5"],
  ["replay", "--from", "2026-02-30"],
  ["doctor", "--stack", "backstride-main"],
  ["replay"],
  ["replay", "--from", "yesterday"],
  ["replay", "--from", "2026-11-22", "--to", "2026-11-21"],
  ["import"],
  ["restore"],
  ["redrive", "now"],
  ["export", "--all"],
])("a command line that cannot be understood is answered with the usage: %s %s %s", async (...args) => {
  const { code, warned } = await command(...args);
  expect(code).toBe(2);
  expect(warned).toContain(args[0] === "constructor" ? "no command" : `npx backstride ${args[0]}`);
});
