import { bytesOf } from "../buffer.ts";
import type { Context } from "../context.ts";
import type { Hardware } from "../hardware.ts";
import { type Store, scoped } from "../store.ts";

const FLAGS = { O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_APPEND: 1024, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512 };
const FAILED = -1;

type Handle = { path: string; position: number; append: boolean };
type Span = { offset?: number; length?: number; position?: number | null };

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
  const handles = new Map<number, Handle>();
  let nextFd = 3;
  /** Source: docs/guides/framework/device/app-service: services write only while the screen is off. */
  const mayWrite = (what: string) => {
    const allowed = context.kind !== "service" || !hardware.screen.isOn();
    if (!allowed)
      hardware.events.add("storage", `${what} refused: an app service may write only while the screen is off`);
    return allowed;
  };
  const entries = (folder: string): string[] | undefined => {
    const prefix = folder === "" || folder === "." ? "" : `${folder.replace(/\/$/, "")}/`;
    const below = files.paths().filter((path) => path.startsWith(prefix));
    if (below.length === 0 && prefix !== "") return undefined;
    return [...new Set(below.map((path) => path.slice(prefix.length).split("/")[0] ?? ""))];
  };
  const open = (path: string, flag: number): number => {
    if (!files.exists(path)) {
      if ((flag & FLAGS.O_CREAT) === 0 || !mayWrite(path) || !files.write(path, new Uint8Array(0))) return FAILED;
    } else if ((flag & FLAGS.O_TRUNC) !== 0 && mayWrite(path)) files.write(path, new Uint8Array(0));
    const fd = nextFd++;
    handles.set(fd, { path, position: 0, append: (flag & FLAGS.O_APPEND) !== 0 });
    return fd;
  };

  return {
    ...FLAGS,
    openSync: ({ path, flag = FLAGS.O_RDONLY }: { path: string; flag?: number }) => open(plain(path), flag),
    closeSync: (option: number | { fd: number }) =>
      handles.delete(typeof option === "number" ? option : option.fd) ? 0 : FAILED,
    readSync: ({ fd, buffer, options = {} }: { fd: number; buffer: ArrayBuffer; options?: Span }) =>
      readInto(handles.get(fd), files.read(handles.get(fd)?.path ?? ""), buffer, options),
    writeSync: ({ fd, buffer, options = {} }: { fd: number; buffer: ArrayBuffer; options?: Span }) => {
      const handle = handles.get(fd);
      if (handle === undefined || !mayWrite(handle.path)) return FAILED;
      const { offset = 0, length } = options;
      const bytes = bytesOf(buffer).subarray(offset, length === undefined ? undefined : offset + length);
      const end = files.read(handle.path)?.length ?? 0;
      const written = files.patch(handle.path, bytes, handle.append ? end : (options.position ?? handle.position));
      handle.position += written;
      return written;
    },
    statSync: (option: { path: string }) => {
      const bytes = files.read(pathOf(option));
      return bytes === undefined ? undefined : { size: bytes.length };
    },
    rmSync: (option: string | { path: string }) => (mayWrite("rmSync") && files.remove(pathOf(option)) ? 0 : FAILED),
    renameSync: ({ oldPath, newPath }: { oldPath: string; newPath: string }) => {
      const bytes = files.read(plain(oldPath));
      if (bytes === undefined || !mayWrite("renameSync")) return FAILED;
      if (!files.write(plain(newPath), bytes)) return FAILED;
      files.remove(plain(oldPath));
      return 0;
    },
    mkdirSync: () => 0,
    readdirSync: (option: { path: string }) => entries(pathOf(option)),
    readFileSync: ({ path, options }: { path: string; options?: { encoding?: string } }) => {
      const bytes = files.read(plain(path));
      if (bytes === undefined) return undefined;
      return options?.encoding === undefined ? bytes.slice().buffer : new TextDecoder().decode(bytes);
    },
    writeFileSync: ({ path, data }: { path: string; data: unknown }) => {
      if (mayWrite(path))
        files.write(plain(path), typeof data === "string" ? new TextEncoder().encode(data) : bytesOf(data));
    },
  };
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

/** `@zos/storage`. Values are kept as JSON. */
export function storageModule(hardware: Hardware, session: Store): Record<string, unknown> {
  const kept = (store: Store) => ({
    setItem: (key: string, value: unknown) => {
      if (!hardware.files.full) store.set(key, JSON.stringify(value) ?? "null");
    },
    getItem: (key: string, fallback?: unknown) => {
      const text = store.get(key);
      return text === null ? fallback : (JSON.parse(text) as unknown);
    },
    removeItem: (key: string) => store.remove(key),
    clear: () => {
      for (const key of store.keys()) store.remove(key);
    },
  });
  const classOf = (store: Store) =>
    class {
      constructor(path = "default") {
        Object.assign(this, kept(scoped(store, `${path}/`)));
      }
    };
  return {
    localStorage: kept(scoped(hardware.keyValues, "default/")),
    LocalStorage: classOf(hardware.keyValues),
    sessionStorage: kept(scoped(session, "default/")),
    SessionStorage: classOf(session),
  };
}
