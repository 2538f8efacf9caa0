import type { Fetch } from "./http.ts";
import type { Shelf } from "./shelf.ts";

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
};
type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

/** A service that answers as told and remembers what it was asked. `null`: no answer at all. */
export function service(answer: (call: Call, nth: number) => Reply | null): { fetch: Fetch; calls: Call[] } {
  const calls: Call[] = [];
  const fetch: Fetch = async (path, init) => {
    const body = typeof init.body === "string" ? JSON.parse(init.body) : null;
    const call = { method: init.method ?? "GET", path, headers: new Headers(init.headers), body };
    calls.push(call);
    const reply = answer(call, calls.length);
    if (reply === null) throw new TypeError("network");
    const text = reply.body === undefined ? null : JSON.stringify(reply.body);
    return new Response(text, { status: reply.status, headers: reply.headers ?? {} });
  };
  return { fetch, calls };
}

export const PERSON = { id: "01900000-0000-7000-8000-000000000001", name: "Ada", admin: true };

export const tokenAnswer = (token: string) => ({
  access_token: token,
  token_type: "Bearer" as const,
  expires_in: 900,
  scope: "history:read",
  person: PERSON,
});

export const problem = (status: number, code: string, detail: string, field?: string) => ({
  status,
  body: {
    type: `urn:backstride:${code}`,
    title: code,
    status,
    code,
    detail,
    ...(field === undefined ? {} : { field }),
  },
});

/** A shelf that a test can look into. */
export function memoryShelf<T>(): Shelf<T> & { readonly kept: Map<string, T> } {
  const kept = new Map<string, T>();
  return {
    kept,
    get: async (name) => kept.get(name),
    put: async (name, thing) => void kept.set(name, thing),
    remove: async (name) => void kept.delete(name),
    all: async () => [...kept].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, thing]) => thing),
    clear: async () => kept.clear(),
  };
}
