import { createWriteStream, renameSync, statSync } from "node:fs";

const KEEP_BYTES = 5 * 1024 * 1024;

/** What the functions write, one line each with time and name. At the start of the host a long file makes room for a new one. */
export function openLog(path: string): { line: (name: string, text: string) => void; close: () => Promise<void> } {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > KEEP_BYTES) renameSync(path, `${path}.old`);
  const stream = createWriteStream(path, { flags: "a", mode: 0o600 });
  // A full disk must not stop the host for want of a log.
  stream.on("error", () => {});
  return {
    line: (name, text) => stream.write(`${new Date().toISOString()} ${name} ${text}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
