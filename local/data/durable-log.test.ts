import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DurableLog } from "./durable-log.ts";

type Entry = { readonly id: number; readonly done?: true };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backstride-log-"));
  path = join(folder, "log.jsonl");
});
const opened: DurableLog<Entry>[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((log) => log.close()));
  rmSync(folder, { recursive: true });
});

async function openLog() {
  const live = new Set<number>();
  const log = await DurableLog.open<Entry>(path, ({ id, done }) => (done === true ? live.delete(id) : live.add(id)), {
    count: () => live.size,
    records: () => Array.from(live, (id) => ({ id })),
  });
  opened.push(log);
  return { log, live };
}

it("has a record on the disk when append has answered", async () => {
  const { log } = await openLog();
  await log.append([{ id: 1 }, { id: 2 }]);
  expect(readFileSync(path, "utf8")).toBe('{"id":1}\n{"id":2}\n');
  await log.close();
});

it("keeps the order of calls that were made at the same time", async () => {
  const { log } = await openLog();
  await Promise.all(Array.from({ length: 100 }, (_, id) => log.append([{ id }])));
  await log.close();
  expect([...(await openLog()).live]).toEqual(Array.from({ length: 100 }, (_, id) => id));
});

it("skips a line that a crash cut short, and goes on after it", async () => {
  const first = await openLog();
  await first.log.append([{ id: 1 }]);
  await first.log.close();
  appendFileSync(path, '{"id":2,"do');
  const second = await openLog();
  await second.log.append([{ id: 3 }]);
  await second.log.close();
  expect([...(await openLog()).live]).toEqual([1, 3]);
});

it("forgets on opening what is done", async () => {
  const first = await openLog();
  await first.log.append([{ id: 1 }, { id: 2 }, { id: 1, done: true }]);
  await first.log.close();
  await openLog();
  expect(readFileSync(path, "utf8")).toBe('{"id":2}\n');
});

it.runIf(process.platform !== "win32")("can be read by its owner only, whoever made it before", async () => {
  for (const old of [path, `${path}.new`]) writeFileSync(old, "", { mode: 0o644 });
  const { log } = await openLog();
  await log.append([{ id: 1 }]);
  await log.close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
