import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { createTable, openEngine, type Send } from "../aws/engine.ts";
import { codeOf, HostError } from "../error.ts";
import { type BackupHeader, type BackupLine, type BackupSummary, backUpStopped } from "./backup.ts";
import { strangersIn, takeFolder } from "./folder.ts";
import { knownFormat, writeFormat } from "./format.ts";
import { writeWhole } from "./whole-file.ts";

export type Restored = {
  readonly header: BackupHeader;
  readonly rows: number;
  readonly replaced: BackupSummary | null;
};

/** DynamoDB's limit of one BatchWriteItem. */
const BATCH = 25;
/** Inside the folder and nowhere else. */
const SAFE = /^(?:(?:queues|keys|archive)\/)?[\w-][\w.-]*$/;

/**
 * Puts a backup into the data folder. The backup is read to its end and checked before anything changes, and takes its place
 * in one step.
 * @param replace what is there may go; it is backed up first, beside the folder
 * @throws HostError when a host uses the folder, it is not empty, something else lies in it, or the backup is damaged or of a newer
 * version
 */
export async function restore(file: string, folder: string, replace: boolean): Promise<Restored> {
  const { header, rows } = await checked(file);
  const occupied = existsSync(folder) && readdirSync(folder).length > 0;
  if (occupied && !replace) {
    throw new HostError(
      `The data folder ${folder} is not empty. Add --replace to put the backup in its place (what is there is backed up first), or choose another folder with BACKSTRIDE_DATA.`,
    );
  }
  if (occupied) refuseStrangers(folder);
  const held = takeFolder(folder);
  let whole = false;
  try {
    const replaced = occupied ? await backUpStopped(folder, `${folder}.replaced-${stamp()}.backup`) : null;
    const fresh = `${folder}.restoring`;
    rmSync(fresh, { recursive: true, force: true });
    await unpack(file, fresh, knownFormat(String(header.format), `The backup ${file}`));
    exchange(fresh, folder);
    whole = true;
    return { header, rows, replaced };
  } finally {
    held.release();
    // Taking an empty folder has left something in it that would be in the way of another try.
    if (!whole && !occupied) rmSync(folder, { recursive: true, force: true });
  }
}

/** A backup that was put there, say: what is backed up first is ours alone, and the folder goes as a whole. */
function refuseStrangers(folder: string): void {
  const strangers = strangersIn(folder);
  if (strangers.length === 0) return;
  throw new HostError(
    `The data folder ${folder} also holds ${strangers.join(", ")}, which would be gone with it. Move that elsewhere, then restore again.`,
  );
}

const stamp = (): string => new Date().toISOString().replace(/[:.]/g, "-");

function exchange(fresh: string, folder: string): void {
  const old = `${folder}.old`;
  rmSync(old, { recursive: true, force: true });
  renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true });
}

/** Reads a backup to its end. @throws HostError when a byte of it is not as it was written */
async function checked(file: string): Promise<{ header: BackupHeader; rows: number }> {
  const hash = createHash("sha256");
  let header: BackupHeader | null = null;
  let end: { rows: number; sha256: string } | null = null;
  let rows = 0;
  for await (const { text, line } of linesOf(file)) {
    if (end !== null) throw damaged(file);
    if ("kind" in line) header ??= line;
    else if (header === null) throw damaged(file);
    else if ("end" in line) end = line.end;
    else if ("rows" in line) rows += line.rows.length;
    if (end === null) hash.update(`${text}\n`);
  }
  if (header?.kind !== "backstride-backup" || end === null) throw damaged(file);
  knownFormat(String(header.format), `The backup ${file}`);
  if (end.sha256 !== hash.digest("hex") || end.rows !== rows) throw damaged(file);
  return { header, rows };
}

const damaged = (file: string, cause?: unknown): HostError =>
  new HostError(
    `${file} is no whole backup of Backstride: it is damaged or something else. Nothing was changed.`,
    cause,
  );

async function* linesOf(file: string): AsyncGenerator<{ text: string; line: BackupHeader | BackupLine }> {
  const packed = createReadStream(file);
  const gunzip = createGunzip();
  packed.on("error", (error) => gunzip.destroy(error));
  try {
    for await (const text of createInterface({ input: packed.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY })) {
      yield { text, line: JSON.parse(text) as BackupHeader | BackupLine };
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") throw new HostError(`There is no backup ${file}.`, error);
    if (error instanceof HostError) throw error;
    throw damaged(file, error);
  }
}

async function unpack(file: string, fresh: string, format: number): Promise<void> {
  for (const sub of ["table", "queues", "keys", "archive"])
    mkdirSync(join(fresh, sub), { recursive: true, mode: 0o700 });
  const engine = await openEngine(join(fresh, "table"));
  try {
    let table = "";
    for await (const { line } of linesOf(file)) {
      if ("file" in line) writeFileIn(fresh, line.file, line.text);
      if ("table" in line) {
        table = line.table;
        await createTable(engine.send, table, line.schema);
      }
      if ("rows" in line) await putRows(engine.send, table, line.rows);
    }
  } finally {
    await engine.close();
  }
  writeFormat(fresh, format);
}

function writeFileIn(folder: string, name: string, text: string): void {
  if (!SAFE.test(name)) throw new HostError(`The backup names a file outside the data folder (${name}).`);
  mkdirSync(dirname(join(folder, name)), { recursive: true, mode: 0o700 });
  writeWhole(join(folder, name), text);
}

async function putRows(send: Send, table: string, rows: readonly unknown[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    let open: unknown = { [table]: rows.slice(start, start + BATCH).map((Item) => ({ PutRequest: { Item } })) };
    while (Object.keys(open as object).length > 0) {
      open = (await send("BatchWriteItem", { RequestItems: open })).UnprocessedItems ?? {};
    }
  }
}
