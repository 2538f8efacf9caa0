import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Archive, type BusEvent } from "./archive.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backstride-archive-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const archiveIn = (path: string) => new Archive(path, { name: "log", pattern: {}, days: 14 });
const event = (time: string, id: number): BusEvent => ({ time, id });

async function idsIn(archive: Archive): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const { id } of archive.between(0, Date.parse("2030-01-01"))) ids.push(id);
  return ids;
}

it("keeps what comes at once, in its order, a file for each day, for its owner only", async () => {
  const archive = archiveIn(folder);
  const days = ["2026-03-01T23:59:59Z", "2026-03-02T00:00:00Z"];
  await Promise.all(Array.from({ length: 40 }, (_, id) => archive.keep([event(days[id < 20 ? 0 : 1] ?? "", id)])));
  expect(await idsIn(archive)).toEqual(Array.from({ length: 40 }, (_, id) => id));
  await archive.close();
  expect(readdirSync(folder).sort()).toEqual(["2026-03-01.jsonl", "2026-03-02.jsonl"]);
  if (process.platform !== "win32") expect(statSync(join(folder, "2026-03-02.jsonl")).mode & 0o777).toBe(0o600);
});

it("says what could not be kept, and keeps the next", async () => {
  const away = join(folder, "away");
  const archive = archiveIn(away);
  await expect(archive.keep([event("2026-03-01T10:00:00Z", 1)])).rejects.toThrow("ENOENT");
  mkdirSync(away);
  await archive.keep([event("2026-03-01T10:00:01Z", 2)]);
  expect(await idsIn(archive)).toEqual([2]);
  await archive.close();
});
