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
/** An answer as it outlives the page. */
export type KeptAnswer = { readonly data: unknown; readonly etag: string | null };
export type KeptPorts = { readonly client: Pick<Client, "read">; readonly shelf: Shelf<KeptAnswer> };

export type Kept = ReturnType<typeof createKept>;
const NOTHING: Entry<unknown> = { data: undefined, error: undefined };
/** What is about signing in is never written down. */
const mayKeep = (path: string): boolean => !path.startsWith("/v1/auth/");

/** The answer of one address: what the last visit knew, then what the service says. */
export function createKept(path: string, schema: v.GenericSchema, { client, shelf }: KeptPorts) {
  const state: Signal<Entry<unknown>> = signal(NOTHING);
  let etag: string | null = null;
  let inFlight: Promise<boolean> | null = null;
  /** Counts the times it was left: an answer that was asked for before one belongs to nobody here. */
  let visit = 0;

  /** What was known at the last visit, until something newer comes. */
  async function recall(): Promise<void> {
    const asked = visit;
    const answer = await shelf.get(path);
    if (asked !== visit) return;
    const parsed = v.safeParse(schema, answer?.data);
    if (answer === undefined || !parsed.success || state.peek().data !== undefined) return;
    etag = answer.etag;
    state.value = { ...state.peek(), data: parsed.output, old: true };
  }

  /** A browser that keeps nothing shows what it has in memory. */
  function take(answer: KeptAnswer): void {
    etag = answer.etag;
    state.value = { data: answer.data, error: undefined };
    if (mayKeep(path)) void shelf.put(path, answer).catch(() => undefined);
  }

  async function load(): Promise<boolean> {
    const asked = visit;
    try {
      const fresh = await client.read(path, schema, etag);
      // An old phone has just worked to read it, and will again to show it: in between it may answer.
      await new Promise((next) => setTimeout(next));
      if (asked !== visit) return false;
      const { data, error, old } = state.peek();
      if (fresh !== null) take(fresh);
      else if (error !== undefined || old === true) state.value = { data, error: undefined };
      return fresh !== null;
    } catch (cause) {
      if (asked !== visit) return false;
      const error = cause instanceof BackstrideError ? cause : new BackstrideError("internal", String(cause));
      state.value = { data: state.peek().data, error };
      return false;
    }
  }

  void recall().catch(() => undefined);
  return {
    state,
    /** Asks once, however many ask for it. Resolves to whether there was anything new; errors go into the entry. */
    refresh(): Promise<boolean> {
      if (inFlight !== null) return inFlight;
      const loading = load().finally(() => {
        if (inFlight === loading) inFlight = null;
      });
      inFlight = loading;
      return loading;
    },
    /** Whatever is still on its way is not for here any more. */
    leave(): void {
      visit += 1;
      inFlight = null;
      etag = null;
    },
  };
}
