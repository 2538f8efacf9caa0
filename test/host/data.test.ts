import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { restore } from "../../local/data/restore.ts";
import { fixtureAssembly, post, row, startFixture, temporaryFolder } from "./assembly.ts";

let assembly: string;
let place: ReturnType<typeof temporaryFolder>;
let data: string;

beforeAll(async () => {
  assembly = await fixtureAssembly();
});
beforeEach(() => {
  place = temporaryFolder();
  data = join(place.path, "data");
});
afterEach(() => place.remove());

const DAY_MS = 86_400_000;
const queueFiles = () => readdirSync(join(data, "queues")).map((name) => join(data, "queues", name));

/** A letter in the on-failure queue, and a row in the table. */
async function used(): Promise<void> {
  const host = await startFixture(assembly, data);
  await post(host, { id: "kept" });
  await post(host, { id: "failed", fail: true });
  await host.whenIdle();
  await host.clock.advance(60_000);
  await host.clock.advance(120_000);
  expect(host.deadLetters.list()).toHaveLength(1);
  await host.stop();
}

describe("data of the first version, whose queues held letters as they are", () => {
  beforeEach(async () => {
    await used();
    rmSync(join(data, "format"));
    rmSync(join(data, "archive"), { recursive: true });
    for (const file of queueFiles()) {
      const letters = readFileSync(file, "utf8").split("\n").filter(Boolean);
      writeFileSync(file, letters.map((line) => `${JSON.stringify(JSON.parse(line).letter)}\n`).join(""));
    }
  });

  it("is backed up, then brought up to this version once", async () => {
    const host = await startFixture(assembly, data);
    expect(host.migrated).toBe(`${data}.before-format-3.backup`);
    expect(host.deadLetters.list("Failure")).toMatchObject([
      { body: { requestPayload: { detail: { id: "failed" } } } },
    ]);
    expect(await row(host, "done", "kept")).not.toBeNull();
    await host.stop();
    const again = await startFixture(assembly, data);
    expect(again.migrated).toBeNull();
    expect(again.deadLetters.list()).toHaveLength(1);
    await again.stop();
  });

  it("can be put back from that backup, and is then brought up again", async () => {
    const { migrated, stop } = await startFixture(assembly, data);
    await stop();
    const elsewhere = join(place.path, "elsewhere");
    const { header, replaced } = await restore(String(migrated), elsewhere, false);
    expect([header.format, replaced]).toEqual([1, null]);
    const host = await startFixture(assembly, elsewhere);
    expect(host.migrated).not.toBeNull();
    expect(await row(host, "done", "kept")).not.toBeNull();
    await host.stop();
  });

  it("is brought up after a crash in the middle of it", async () => {
    const [first] = queueFiles();
    const { stop } = await startFixture(assembly, data);
    await stop();
    writeFileSync(join(data, "format"), "1\n");
    expect(existsSync(String(first))).toBe(true);
    const host = await startFixture(assembly, data);
    expect(host.deadLetters.list()).toHaveLength(1);
    await host.stop();
  });
});

it.each([
  ["4\n", /newer Backstride \(format 4; this one knows up to 3\)\. Update/],
  ["two", /does not say which version wrote it/],
])("data whose format is %j is refused with a sentence, and left as it is", async (format, sentence) => {
  mkdirSync(data);
  writeFileSync(join(data, "stack-id"), "x");
  writeFileSync(join(data, "format"), format);
  await expect(startFixture(assembly, data)).rejects.toThrow(sentence);
  expect(readFileSync(join(data, "format"), "utf8")).toBe(format);
  expect(existsSync(join(data, "lock"))).toBe(false);
});

it("a failed restore into an empty place leaves it empty", async () => {
  writeFileSync(join(place.path, "junk"), "junk");
  await expect(restore(join(place.path, "junk"), data, false)).rejects.toThrow(/no whole backup/);
  await expect(restore(join(place.path, "none"), data, false)).rejects.toThrow(/There is no backup/);
  expect(existsSync(data)).toBe(false);
});

it("dead letters and the archive are let go after 14 days, rows when their time is over", async () => {
  await used();
  const startAt = Date.now() + 15 * DAY_MS;
  const before = await startFixture(assembly, data);
  const { TABLE_NAME: TableName } = before.environmentOf("record");
  const put = (sk: string, ms: number) =>
    before.table("PutItem", {
      TableName,
      Item: { pk: { S: "ttl" }, sk: { S: sk }, ttl: { N: String(Math.floor(ms / 1000)) } },
    });
  await put("gone", startAt - DAY_MS);
  await put("alive", startAt + DAY_MS);
  await before.stop();
  expect(readdirSync(join(data, "archive"))).not.toEqual([]);
  const host = await startFixture(assembly, data, { startAt });
  await host.stop();
  const after = await startFixture(assembly, data);
  expect([after.deadLetters.list(), readdirSync(join(data, "archive"))]).toEqual([[], []]);
  expect(await row(after, "ttl", "gone")).toBeNull();
  expect(await row(after, "ttl", "alive")).not.toBeNull();
  await after.stop();
});
