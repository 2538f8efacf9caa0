import { bytesOf } from "../buffer.ts";
import type { Context } from "../context.ts";
import type { WatchFiles } from "../files.ts";
import type { Hardware } from "../hardware.ts";

const FLAGS = { O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_APPEND: 1024, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512 };
const OK = 0;
const FAILED = -1;
const FIRST_FD = 3;

type Handle = { path: string; position: number; append: boolean };
type Span = { offset?: number; length?: number; position?: number | null };
type Transfer = { fd: number; buffer: ArrayBuffer; options?: Span };

/** `data://a/b`, `/data/a/b` and `a/b` are the same file. */
const plain = (path: string) =>
  path
    .replace(/^data:\/\//, "")
    .replace(/^\/(data\/)?/, "")
    .replace(/^\.\//, "");
const pathOf = (option: string | { path: string }) => plain(typeof option === "string" ? option : option.path);

/** `@zos/fs`. */
export function fsModule(hardware: Hardware, context: Context): Record<string, unknown> {
  const { files } = hardware;
  /** Source: docs/guides/framework/device/app-service: services write only while the screen is off. */
  const mayWrite = (what: string) => {
    const allowed = context.kind !== "service" || !hardware.screen.isOn();
    if (!allowed) {
      const text = `${what} refused: an app service may write only while the screen is off`;
      hardware.events.add("storage", text, { code: "writeRefused", value: what });
    }
    return allowed;
  };
  return { ...FLAGS, ...wholeFiles(files, mayWrite), ...openFiles(files, mayWrite) };
}

type MayWrite = (what: string) => boolean;

function wholeFiles(files: WatchFiles, mayWrite: MayWrite) {
  return {
    statSync: (option: { path: string }) => {
      const bytes = files.read(pathOf(option));
      return bytes === undefined ? undefined : { size: bytes.length };
    },
    rmSync: (option: string | { path: string }) => (mayWrite("rmSync") && files.remove(pathOf(option)) ? OK : FAILED),
    renameSync: ({ oldPath, newPath }: { oldPath: string; newPath: string }) => {
      const bytes = files.read(plain(oldPath));
      if (bytes === undefined || !mayWrite("renameSync")) return FAILED;
      if (!files.write(plain(newPath), bytes)) return FAILED;
      files.remove(plain(oldPath));
      return OK;
    },
    mkdirSync: () => OK,
    readdirSync: (option: { path: string }) => entries(files, pathOf(option)),
    readFileSync: ({ path, options }: { path: string; options?: { encoding?: string } }) => {
      const bytes = files.read(plain(path));
      if (bytes === undefined) return undefined;
      return options?.encoding === undefined ? bytes.slice().buffer : new TextDecoder().decode(bytes);
    },
    writeFileSync: ({ path, data }: { path: string; data: unknown }) => {
      const bytes = typeof data === "string" ? new TextEncoder().encode(data) : bytesOf(data);
      if (mayWrite(path)) files.write(plain(path), bytes);
    },
  };
}

function openFiles(files: WatchFiles, mayWrite: MayWrite) {
  const handles = new Map<number, Handle>();
  let nextFd = FIRST_FD;
  return {
    openSync: (option: { path: string; flag?: number }) => {
      const { flag = FLAGS.O_RDONLY } = option;
      const path = pathOf(option);
      if (!ready(files, path, flag, mayWrite)) return FAILED;
      const fd = nextFd++;
      handles.set(fd, { path, position: 0, append: (flag & FLAGS.O_APPEND) !== 0 });
      return fd;
    },
    closeSync: (option: number | { fd: number }) =>
      handles.delete(typeof option === "number" ? option : option.fd) ? OK : FAILED,
    readSync: ({ fd, buffer, options = {} }: Transfer) =>
      readInto(handles.get(fd), files.read(handles.get(fd)?.path ?? ""), buffer, options),
    writeSync: ({ fd, buffer, options = {} }: Transfer) => {
      const handle = handles.get(fd);
      if (handle === undefined || !mayWrite(handle.path)) return FAILED;
      const { offset = 0, length } = options;
      const bytes = bytesOf(buffer).subarray(offset, length === undefined ? undefined : offset + length);
      const end = files.read(handle.path)?.length ?? 0;
      const written = files.patch(handle.path, bytes, handle.append ? end : (options.position ?? handle.position));
      handle.position += written;
      return written;
    },
  };
}

/** Makes or empties the file as the flags ask; false when it cannot be opened. */
function ready(files: WatchFiles, path: string, flag: number, mayWrite: MayWrite): boolean {
  const empty = () => mayWrite(path) && files.write(path, new Uint8Array(0));
  if (!files.exists(path)) return (flag & FLAGS.O_CREAT) !== 0 && empty();
  if ((flag & FLAGS.O_TRUNC) !== 0) empty();
  return true;
}

function entries(files: WatchFiles, folder: string): string[] | undefined {
  const prefix = folder === "" || folder === "." ? "" : `${folder.replace(/\/$/, "")}/`;
  const below = files.paths().filter((path) => path.startsWith(prefix));
  if (below.length === 0 && prefix !== "") return undefined;
  return [...new Set(below.map((path) => path.slice(prefix.length).split("/")[0] ?? ""))];
}

function readInto(handle: Handle | undefined, bytes: Uint8Array | undefined, buffer: unknown, span: Span): number {
  if (handle === undefined || bytes === undefined) return FAILED;
  const target = bytesOf(buffer).subarray(span.offset ?? 0);
  const from = span.position ?? handle.position;
  const part = bytes.subarray(from, from + Math.min(target.length, span.length ?? target.length));
  target.set(part);
  handle.position = from + part.length;
  return part.length;
}
