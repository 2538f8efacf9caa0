import { type Signal, signal } from "@preact/signals";
import type * as v from "valibot";
import { BackstrideError } from "../../../core/error.ts";
import type { Client } from "./client.ts";

/** What is known of one address. Old data stays while new data is on its way, and when it does not come. */
export type Entry<T> = { readonly data: T | undefined; readonly error: BackstrideError | undefined };
type Kept = {
  readonly state: Signal<Entry<unknown>>;
  readonly schema: v.GenericSchema;
  etag: string | null;
  inFlight: Promise<boolean> | null;
};

export type Cache = ReturnType<typeof createCache>;

/** Stale-while-revalidate by address. Components read the signals; only `refresh` and `invalidate` talk to the network. */
export function createCache(client: Pick<Client, "read">) {
  const entries = new Map<string, Kept>();

  function keptFor(path: string, schema: v.GenericSchema): Kept {
    const known = entries.get(path);
    if (known !== undefined) return known;
    const made: Kept = { state: signal({ data: undefined, error: undefined }), schema, etag: null, inFlight: null };
    entries.set(path, made);
    return made;
  }

  async function load(path: string, kept: Kept): Promise<boolean> {
    try {
      const fresh = await client.read(path, kept.schema, kept.etag);
      if (fresh !== null) kept.etag = fresh.etag;
      if (fresh !== null) kept.state.value = { data: fresh.data, error: undefined };
      else if (kept.state.peek().error !== undefined) kept.state.value = { ...kept.state.peek(), error: undefined };
      return fresh !== null;
    } catch (cause) {
      const error = cause instanceof BackstrideError ? cause : new BackstrideError("internal", String(cause));
      kept.state.value = { data: kept.state.peek().data, error };
      return false;
    }
  }

  return {
    entry<S extends v.GenericSchema>(path: string, schema: S): Signal<Entry<v.InferOutput<S>>> {
      return keptFor(path, schema).state as Signal<Entry<v.InferOutput<S>>>;
    },
    /** Asks once, however many ask for it. Resolves to whether there was anything new; errors go into the entry. */
    refresh(path: string, schema: v.GenericSchema): Promise<boolean> {
      const kept = keptFor(path, schema);
      kept.inFlight ??= load(path, kept).finally(() => {
        kept.inFlight = null;
      });
      return kept.inFlight;
    },
    /** Asks anew for every known address that starts so. */
    async invalidate(prefix: string): Promise<void> {
      const stale = [...entries].filter(([path]) => path.startsWith(prefix));
      await Promise.all(stale.map(([path, { schema }]) => this.refresh(path, schema)));
    },
    /** Forgets everything, at sign-out. */
    clear(): void {
      for (const kept of entries.values()) {
        kept.etag = null;
        kept.state.value = { data: undefined, error: undefined };
      }
    },
  };
}
