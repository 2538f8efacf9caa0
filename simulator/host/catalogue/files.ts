import { entriesOf, type ModuleSpec, members } from "./types.ts";

const fsOf = entriesOf("fs", "2.0");
const fs: ModuleSpec = {
  name: "@zos/fs",
  entries: {
    ...Object.fromEntries(
      [
        "openSync",
        "openAssetsSync",
        "statSync",
        "statAssetsSync",
        "closeSync",
        "readSync",
        "writeSync",
        "rmSync",
        "renameSync",
        "mkdirSync",
        "readdirSync",
        "readFileSync",
        "writeFileSync",
      ].map((name) => [name, fsOf.fn(name)]),
    ),
    ...fsOf.constants("openSync", "O_RDONLY O_WRONLY O_RDWR O_APPEND O_CREAT O_EXCL O_TRUNC"),
  },
};

const storageOf = entriesOf("storage", "2.0");
const KEEP = { permission: "device:os.local_storage" };
const STORE = members("2.0", "setItem getItem removeItem clear");
const storage: ModuleSpec = {
  name: "@zos/storage",
  entries: {
    localStorage: storageOf.object("localStorage-instance", STORE, KEEP),
    LocalStorage: storageOf.cls("localStorage", STORE, { ...KEEP, level: "3.0" }),
    sessionStorage: storageOf.object("sessionStorage-instance", STORE),
    SessionStorage: storageOf.cls("sessionStorage", STORE, { level: "3.0" }),
  },
};

export const files: readonly ModuleSpec[] = [fs, storage];
