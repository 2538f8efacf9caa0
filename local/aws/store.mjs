// JavaScript, because the table's thread runs it unbundled.
import { readdir } from "node:fs/promises";
import { Stream } from "node:stream";
import { setTimeout as later } from "node:timers/promises";

/** Rows that are read in one go where nobody said how many are wanted: an ordinary person's week, not their life. */
const AT_ONCE = 200;
/** A log of 4 MB becomes a table in some hundredths of a second. */
const LOOK_AGAIN_MS = 20;

/**
 * Lets the table engine read its store without a detour over other threads: a row, and the table's description that the engine looks
 * up for each request, are read where the engine runs; a range in one step instead of row by row. What is written, and in which
 * order, stays the engine's own business.
 */
export async function readDirectly({ db }) {
  await db.open();
  db.get = (key, callback) => {
    const [error, value] = attempt(() => db.getSync(key));
    callback(error, value);
  };
  db.createValueStream = (options) => new Rows(db.values(options), options.limit > 0 ? options.limit : AT_ONCE);
}

/**
 * The engine leaves it to the system when its writes reach the disk. They are in one log, in their order, so whoever waits for the last of
 * them has waited for all: here for one that changes nothing. Where a new log was begun just before, the last one is on the disk when
 * it has become a table and is gone.
 */
export async function writeThrough({ db }) {
  const { del } = Object.getPrototypeOf(db);
  await del.call(db, "written", { sync: true });
  while ((await logsIn(db.location)) > 1) await later(LOOK_AGAIN_MS);
}

const logsIn = async (folder) => (await readdir(folder)).filter((name) => name.endsWith(".log")).length;

function attempt(read) {
  try {
    return [null, read()];
  } catch (error) {
    return [error];
  }
}

/** What the engine takes of a stream: `data`, `end`, `error`, and that it can be stopped. */
class Rows extends Stream {
  #stopped = false;

  constructor(iterator, atOnce) {
    super();
    void this.#read(iterator, atOnce);
  }

  destroy() {
    this.#stopped = true;
  }

  async #read(iterator, atOnce) {
    try {
      for (let rows = await iterator.nextv(atOnce); rows.length > 0 && !this.#stopped; ) {
        for (const row of rows) this.emit("data", row);
        rows = this.#stopped ? [] : await iterator.nextv(atOnce);
      }
      if (!this.#stopped) this.emit("end");
    } catch (error) {
      this.emit("error", error);
    } finally {
      await iterator.close();
    }
  }
}
