import type { Signal } from "@preact/signals";
import type * as v from "valibot";
import { createKept, type Entry, type Kept, type KeptPorts } from "./kept.ts";

export type Cache = ReturnType<typeof createCache>;

/** Stale-while-revalidate by address. Components read the signals; only `refresh` and `invalidate` talk to the network. */
export function createCache(ports: KeptPorts) {
  const entries = new Map<string, Kept>();

  function keptFor(path: string, schema: v.GenericSchema): Kept {
    const kept = entries.get(path) ?? createKept(path, schema, ports);
    entries.set(path, kept);
    return kept;
  }

  return {
    entry<S extends v.GenericSchema>(path: string, schema: S): Signal<Entry<v.InferOutput<S>>> {
      return keptFor(path, schema).state as Signal<Entry<v.InferOutput<S>>>;
    },
    refresh: (path: string, schema: v.GenericSchema): Promise<boolean> => keptFor(path, schema).refresh(),
    /** Asks anew for every known address that starts so. */
    async invalidate(prefix: string): Promise<void> {
      const stale = [...entries].filter(([path]) => path.startsWith(prefix));
      await Promise.all(stale.map(([, kept]) => kept.refresh()));
    },
    /** Forgets one address, because what it named is gone: it is not asked for again. */
    drop(path: string): void {
      entries.get(path)?.leave();
      entries.delete(path);
      void ports.shelf.remove(path).catch(() => undefined);
    },
    /** Forgets everything, at sign-out. */
    clear(): void {
      for (const kept of entries.values()) {
        kept.leave();
        kept.state.value = { data: undefined, error: undefined };
      }
      void ports.shelf.clear().catch(() => undefined);
    },
  };
}
