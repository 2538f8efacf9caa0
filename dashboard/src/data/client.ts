import type * as v from "valibot";
import { BackstrideError } from "../../../core/error.ts";
import type { Accounts } from "./account.ts";
import { type Fetch, type Method, type Received, type Sent, send, shaped } from "./http.ts";

/** What a conditional read gives: nothing new, or the data with its mark. */
export type Fresh<T> = { readonly data: T; readonly etag: string | null } | null;
/** A refusal of the token itself. One that names a field is about what was entered, and another token would not change it. */
const endsToken = (error: unknown): boolean =>
  error instanceof BackstrideError &&
  (error.code === "expired" || error.code === "unauthorized") &&
  error.field === null;

export type Client = ReturnType<typeof createClient>;

const wantsProof = (error: unknown): boolean => error instanceof BackstrideError && error.code === "reauthenticate";
const nobodyToAsk = async (): Promise<boolean> => false;

/**
 * Requests of the signed-in person. A token that ended on the way is renewed once, unseen.
 * @param prove asks for a new sign-in where an older one is not enough; true when there is one
 */
export function createClient(fetch: Fetch, accounts: Pick<Accounts, "bearer" | "renew">, prove = nobodyToAsk) {
  async function call(method: Method, path: string, sent: Sent = {}): Promise<Received> {
    try {
      return await asSignedIn(method, path, sent);
    } catch (error) {
      if (!wantsProof(error) || !(await prove())) throw error;
      return asSignedIn(method, path, sent);
    }
  }

  async function asSignedIn(method: Method, path: string, sent: Sent): Promise<Received> {
    try {
      return await send(fetch, method, path, { ...sent, token: await accounts.bearer() });
    } catch (error) {
      if (!endsToken(error)) throw error;
      await accounts.renew();
      return send(fetch, method, path, { ...sent, token: await accounts.bearer() });
    }
  }

  return {
    async read<S extends v.GenericSchema>(
      path: string,
      schema: S,
      etag: string | null = null,
    ): Promise<Fresh<v.InferOutput<S>>> {
      const { status, body, etag: mark } = await call("GET", path, etag === null ? {} : { etag });
      return status === 304 ? null : { data: shaped(schema, body), etag: mark };
    },
    async post<S extends v.GenericSchema>(path: string, schema: S, body: unknown): Promise<v.InferOutput<S>> {
      return shaped(schema, (await call("POST", path, { body })).body);
    },
    async remove(path: string): Promise<void> {
      await call("DELETE", path);
    },
    /** For what leaves something to be shown. */
    async removeWith<S extends v.GenericSchema>(path: string, schema: S): Promise<v.InferOutput<S>> {
      return shaped(schema, (await call("DELETE", path)).body);
    },
  };
}
