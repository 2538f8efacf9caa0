import { type FileHandle, open, readFile, rename } from "node:fs/promises";
import { codeOf } from "../error.ts";

/** What is written here is health data. */
const OWNER_ONLY = 0o600;
/** A log is written anew when it is larger than this and no more than one record in so many is needed: a crowd that waits is not written again and again. */
const REWRITE_ABOVE_BYTES = 8 * 1024 * 1024;
const NEEDED_ONE_IN = 4;

/** What of a log rebuilds the present state. A record counts from before it is appended: the log may be written anew in that moment. */
export type Needed<R> = { readonly count: () => number; readonly records: () => Iterable<R> };

/**
 * Records, one JSON line each, that are on the disk when `append` answers. A line that a crash cut short is skipped on opening;
 * its `append` never answered, so nobody was told that it is there.
 */
export class DurableLog<R> {
  private buffer = "";
  private last: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;
  private bytes = 0;
  private records = 0;
  private torn = false;

  private constructor(
    private readonly path: string,
    private file: FileHandle,
    private readonly needed: Needed<R>,
  ) {}

  /** Opens or creates a log, hands every record in it to `replay`, then writes it anew with what is still needed. */
  static async open<R>(path: string, replay: (record: R) => void, needed: Needed<R>): Promise<DurableLog<R>> {
    for (const line of (await textOf(path)).split("\n")) {
      const record = parsed<R>(line);
      if (record !== undefined) replay(record);
    }
    const log = new DurableLog<R>(path, await open(path, "a", OWNER_ONLY), needed);
    await log.rewrite();
    return log;
  }

  /** Resolves when the records are on the disk. Calls made meanwhile share one write. */
  append(records: readonly R[]): Promise<void> {
    if (records.length === 0) return this.last;
    this.buffer += records.map(lineOf).join("");
    this.records += records.length;
    this.next ??= this.last.then(() => this.flush());
    return this.next;
  }

  async close(): Promise<void> {
    await (this.next ?? this.last);
    await this.file.close();
  }

  private async flush(): Promise<void> {
    const text = (this.torn ? "\n" : "") + this.buffer;
    this.buffer = "";
    // A failed write (disk full) is the business of its callers; the next one starts afresh, on a line of its own.
    this.last = (this.next ?? Promise.resolve()).catch(() => {});
    this.next = null;
    this.torn = true;
    await this.file.appendFile(text);
    await this.file.datasync();
    this.torn = false;
    this.bytes += text.length;
    if (this.bytes > REWRITE_ABOVE_BYTES && this.needed.count() * NEEDED_ONE_IN <= this.records) await this.rewrite();
  }

  private async rewrite(): Promise<void> {
    const lines = Array.from(this.needed.records(), lineOf);
    const text = lines.join("");
    await writeWholly(`${this.path}.new`, text);
    await this.file.close();
    try {
      await rename(`${this.path}.new`, this.path);
    } finally {
      this.file = await open(this.path, "a", OWNER_ONLY);
    }
    this.bytes = text.length;
    this.records = lines.length;
  }
}

async function writeWholly(path: string, text: string): Promise<void> {
  const file = await open(path, "w", OWNER_ONLY);
  try {
    // One that a crash left behind keeps the mode it was made with.
    await file.chmod(OWNER_ONLY);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

const lineOf = (record: unknown): string => `${JSON.stringify(record)}\n`;

function parsed<R>(line: string): R | undefined {
  try {
    return line === "" ? undefined : (JSON.parse(line) as R);
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return "";
    throw error;
  }
}
