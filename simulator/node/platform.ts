import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { PhoneFetch, Platform } from "../host/platform.ts";
import type { Store } from "../host/store.ts";
import { nodeRealm } from "./realm.ts";

export type NodePlatformOptions = { folder: string; fetch: PhoneFetch; store: Store; realNow: () => number };

export function nodePlatform({ folder, fetch, store, realNow }: NodePlatformOptions): Platform {
  return {
    createRealm: async () => nodeRealm(folder),
    readText: async (path) => readFileSync(join(folder, path), "utf8"),
    readBytes: async (path) => new Uint8Array(readFileSync(join(folder, path))),
    fetch,
    store,
    realNow,
    turn: () => setImmediate(),
    sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms).unref()),
  };
}
