import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";

/** Writes a small file so that a crash leaves either all of it or none; only its owner can read it. */
export function writeWhole(path: string, content: string | Buffer): void {
  const fresh = `${path}.new`;
  const file = openSync(fresh, "w", 0o600);
  try {
    writeSync(file, content.toString());
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, path);
}
