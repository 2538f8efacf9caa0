import { type Signal, signal } from "@preact/signals";
import * as v from "valibot";
import { BackstrideError } from "../../../core/error.ts";
import type { Client } from "./client.ts";
import type { Shelf } from "./shelf.ts";

/** What is known of one address. Old data stays while new data is on its way, and when it does not come. */
export type Entry<T> = {
  readonly data: T | undefined;
  readonly error: BackstrideError | undefined;
  /** The data is of an earlier visit, and nobody has said yet that it still holds. */
  readonly old?: boolean;
};
type Kept = {
  readonly state: Signal<Entry<unknown>>;
  readonly schema: v.GenericSchema;
  etag: string | null;
  inFlight: Promise<boolean> | null;
};

/** An answer as it outlives the page. */
export type KeptAnswer = { readonly data: unknown; readonly etag: string | null };
/** What is about signing in is never written down. */
const mayKeep = (path: string): boolean => !path.startsWith("/v1/auth/");

export type Cache = ReturnType<typeof createCache>;

/** Stale-while-revalidate by address. Components read the signals; only `refresh` and `invalidate` talk to the network. */
export function createCache(client: Pick<Client, "read">, shelf: Shelf<KeptAnswer>) {
  const entries = new Map<string, Kept>();
  /** Counts the sign-outs: an answer that was asked for before one belongs to nobody here. */
  let visit = 0;

  function keptFor(path: string, schema: v.GenericSchema): Kept {
    const known = entries.get(path);
    if (known !== undefined) return known;
    const made: Kept = { state: signal({ data: undefined, error: undefined }), schema, etag: null, inFlight: null };
    entries.set(path, made);
    void recall(path, made).catch(() => undefined);
    return made;
  }

  /** What was known at the last visit, until something newer comes. */
  async function recall(path: string, kept: Kept): Promise<void> {
    const asked = visit;
    const answer = await shelf.get(path);
    if (asked !== visit) return;
    const parsed = v.safeParse(kept.schema, answer?.data);
    if (answer === undefined || !parsed.success || kept.state.peek().data !== undefined) return;
    kept.etag = answer.etag;
    kept.state.value = { ...kept.state.peek(), data: parsed.output, old: true };
  }

  /** A browser that keeps nothing shows what it has in memory. */
  const keep = (path: string, answer: KeptAnswer): void => {
    if (mayKeep(path)) void shelf.put(path, answer).catch(() => undefined);
  };

  async function load(path: string, kept: Kept): Promise<boolean> {
    const asked = visit;
    try {
      const fresh = await client.read(path, kept.schema, kept.etag);
      if (asked !== visit) return false;
      if (fresh !== null) {
        kept.etag = fresh.etag;
        kept.state.value = { data: fresh.data, error: undefined };
        keep(path, fresh);
      }
      const { data, error, old } = kept.state.peek();
      if (fresh === null && (error !== undefined || old === true)) kept.state.value = { data, error: undefined };
      return fresh !== null;
    } catch (cause) {
      if (asked !== visit) return false;
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
      if (kept.inFlight !== null) return kept.inFlight;
      const loading = load(path, kept).finally(() => {
        if (kept.inFlight === loading) kept.inFlight = null;
      });
      kept.inFlight = loading;
      return loading;
    },
    /** Asks anew for every known address that starts so. */
    async invalidate(prefix: string): Promise<void> {
      const stale = [...entries].filter(([path]) => path.startsWith(prefix));
      await Promise.all(stale.map(([path, { schema }]) => this.refresh(path, schema)));
    },
    /** Forgets one address, because what it named is gone: it is not asked for again. */
    drop(path: string): void {
      entries.delete(path);
      void shelf.remove(path).catch(() => undefined);
    },
    /** Forgets everything, at sign-out. */
    clear(): void {
      visit += 1;
      for (const kept of entries.values()) {
        kept.inFlight = null;
        kept.etag = null;
        kept.state.value = { data: undefined, error: undefined };
      }
      void shelf.clear().catch(() => undefined);
    },
  };
}
