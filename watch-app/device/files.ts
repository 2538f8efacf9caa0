import * as fs from "@zos/fs";
import { fromBuffer, toBuffer } from "../store/ascii.ts";
import type { Files } from "../store/files.ts";
import { nothingUnwritten, remembering, type Unwritten } from "../store/remembering.ts";

/** The platform throws, returns −1 or returns nothing, by model: all of it means "did not work". */
function attempt<T>(what: () => T, otherwise: T): T {
  try {
    return what();
  } catch (error) {
    console.log("fs", String(error));
    return otherwise;
  }
}

function read(path: string): string | null {
  const data = fs.readFileSync({ path });
  if (data === undefined || typeof data === "string") return data ?? null;
  return fromBuffer(data);
}

function append(path: string, text: string): boolean {
  const fd = fs.openSync({ path, flag: fs.O_WRONLY | fs.O_APPEND | fs.O_CREAT });
  if (fd < 0) return false;
  const buffer = toBuffer(text);
  const written = attempt(() => fs.writeSync({ fd, buffer }), -1);
  fs.closeSync({ fd });
  return written === buffer.byteLength;
}

function write(path: string, text: string): boolean {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  if (folder !== "") attempt(() => fs.mkdirSync({ path: folder }), 0);
  fs.writeFileSync({ path, data: toBuffer(text) });
  // It returns nothing, so the only way to know is to look. Half a file says nothing but that something was damaged.
  if (read(path) === text) return true;
  attempt(() => fs.rmSync({ path }), 0);
  return false;
}

const disk: Files = {
  read: (path) => attempt(() => read(path), null),
  write: (path, text) => attempt(() => write(path, text), false),
  append: (path, text) => attempt(() => append(path, text), false),
  remove: (path) => void attempt(() => fs.rmSync({ path }), 0),
  list: (folder) => attempt(() => fs.readdirSync({ path: folder }) ?? [], []),
};

/** Shared by all pages, each of which is a bundle of its own. A service that runs without the app has nothing to share. */
function unwritten(): Unwritten {
  const shared = attempt(() => getApp()._options.globalData as { unwritten?: Unwritten }, {});
  shared.unwritten ??= nothingUnwritten();
  return shared.unwritten;
}

/** The mini program's own folder on the watch; what does not fit into it any more is remembered while the app is open. */
export const watchFiles: Files = remembering(disk, unwritten());
