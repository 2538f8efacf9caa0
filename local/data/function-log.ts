import { createWriteStream, renameSync, statSync, type WriteStream } from "node:fs";

const KEEP_BYTES = 5 * 1024 * 1024;

type Open = { readonly stream: WriteStream; bytes: number };

/** What the functions write, one line each with time and name. A long file makes room for a new one, and is kept beside it until the next. */
export function openLog(path: string): { line: (name: string, text: string) => void; close: () => Promise<void> } {
  let file = opened(path, statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return {
    line(name, text) {
      // After an error, a full disk say, the stream takes nothing more.
      if (file.bytes > KEEP_BYTES || file.stream.destroyed) {
        file.stream.end();
        file = opened(path, file.bytes);
      }
      const line = `${new Date().toISOString()} ${name} ${text}\n`;
      file.bytes += Buffer.byteLength(line);
      file.stream.write(line);
    },
    close: () => new Promise((resolve) => file.stream.end(() => resolve())),
  };
}

/** @param bytes how long the file is, or will be when what is on its way has been written */
function opened(path: string, bytes: number): Open {
  const long = bytes > KEEP_BYTES;
  if (long) layAside(path);
  const stream = createWriteStream(path, { flags: "a", mode: 0o600 });
  // The host must not stop for want of a log.
  stream.on("error", () => {});
  return { stream, bytes: long ? 0 : bytes };
}

function layAside(path: string): void {
  try {
    renameSync(path, `${path}.old`);
  } catch {
    // Somebody took it away. The host must not stop for want of that either.
  }
}
