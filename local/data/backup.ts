import { createHash } from "node:crypto";
import { createWriteStream, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { openEngine, type Send } from "../aws/engine.ts";
import { codeOf, HostError } from "../error.ts";
import { version } from "../root.ts";
import { formatOf } from "./format.ts";

/** What a backup says about itself, first. `kind` is never another: a file of something else is told apart by it. */
export type BackupHeader = {
  readonly kind: "backstride-backup";
  readonly format: number;
  readonly version: string;
  readonly at: string;
};
/** One line of a backup after that. The last is the end, with the SHA-256 of every line before it. */
export type BackupLine =
  | { readonly file: string; readonly text: string }
  | { readonly table: string; readonly schema: Readonly<Record<string, unknown>> }
  | { readonly rows: readonly unknown[] }
  | { readonly end: { readonly rows: number; readonly sha256: string } };
export type BackupSummary = { readonly file: string; readonly bytes: number; readonly rows: number };

/**
 * In this order. What an alarm set off is on the bus before the alarm is gone, and what the bus gave up is in a queue before
 * the bus forgets it; so whatever moves on while one file is read is in the backup twice rather than never.
 */
const PARTS = ["schedules.jsonl", "archive", "bus.jsonl", "queues", "keys", "stack-id", "demo.json"] as const;

/** Writes the whole data folder into one file that only its owner can read: whole or not at all. @param send reads the table */
export async function backUp(folder: string, file: string, send: Send): Promise<BackupSummary> {
  const half = `${file}.half`;
  try {
    const rows = await writeLines(half, linesOf(folder, send));
    renameSync(half, file);
    return { file, rows, bytes: statSync(file).size };
  } catch (error) {
    rmSync(half, { force: true });
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new HostError(`The backup ${file} cannot be written (${code}); choose another place.`, error);
  }
}

/** The same for a folder that no host uses; its caller holds the lock. */
export async function backUpStopped(folder: string, file: string): Promise<BackupSummary> {
  const engine = await openEngine(join(folder, "table"));
  try {
    return await backUp(folder, file, engine.send);
  } finally {
    await engine.close();
  }
}

async function* linesOf(folder: string, send: Send): AsyncGenerator<BackupHeader | BackupLine> {
  const format = formatOf(folder, true);
  yield { kind: "backstride-backup", format, version: version(), at: new Date().toISOString() };
  for (const file of PARTS.flatMap((part) => filesAt(folder, part))) {
    yield { file, text: readFileSync(join(folder, file), "utf8") };
  }
  const { TableNames } = (await send("ListTables", {})) as { TableNames: string[] };
  for (const table of TableNames) yield* tableLines(table, send);
}

function filesAt(folder: string, part: string): string[] {
  if (!existsSync(join(folder, part))) return [];
  if (part.includes(".") || part === "stack-id") return [part];
  return readdirSync(join(folder, part))
    .filter((name) => !name.endsWith(".new"))
    .map((name) => `${part}/${name}`);
}

async function* tableLines(TableName: string, send: Send): AsyncGenerator<BackupLine> {
  const { Table } = (await send("DescribeTable", { TableName })) as { Table: Record<string, unknown> };
  const { AttributeDefinitions, KeySchema } = Table;
  yield { table: TableName, schema: { AttributeDefinitions, KeySchema } };
  let after: unknown;
  do {
    const start = after === undefined ? {} : { ExclusiveStartKey: after };
    const page = await send("Scan", { TableName, ConsistentRead: true, ...start });
    yield { rows: page.Items as readonly unknown[] };
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
}

/** @returns how many rows of the table were written */
async function writeLines(path: string, lines: AsyncIterable<BackupHeader | BackupLine>): Promise<number> {
  let rows = 0;
  async function* texts(): AsyncGenerator<string> {
    const hash = createHash("sha256");
    for await (const line of lines) {
      const text = `${JSON.stringify(line)}\n`;
      hash.update(text);
      if ("rows" in line) rows += line.rows.length;
      yield text;
    }
    yield `${JSON.stringify({ end: { rows, sha256: hash.digest("hex") } })}\n`;
  }
  await pipeline(texts(), createGzip(), createWriteStream(path, { mode: 0o600, flush: true }));
  return rows;
}
