import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import type { GlobalScope, Realm } from "../host/platform.ts";

/** Compiled scripts by path: a test that opens the same page again does not parse it again. */
const compiled = new Map<string, Script>();

/** A `node:vm` context; `folder` is the variant's folder of the unpacked package. */
export function nodeRealm(folder: string): Realm {
  const context = createContext({});
  const global = new Script("globalThis").runInContext(context) as GlobalScope;
  return {
    global,
    load: async (path) => {
      const file = join(folder, path);
      const source = readFileSync(file, "utf8");
      const key = `${file}\n${source.length}`;
      const script = compiled.get(key) ?? new Script(source, { filename: file });
      compiled.set(key, script);
      script.runInContext(context);
    },
    destroy: () => undefined,
  };
}
