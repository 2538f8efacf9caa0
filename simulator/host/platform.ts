import type { Store } from "./store.ts";

/** Global object of one JavaScript realm; ours alone, so it may be reshaped. */
export type GlobalScope = Record<string, unknown>;

/** A place of its own to run scripts in: an iframe in the browser, a `node:vm` context in Node. */
export type Realm = {
  readonly global: GlobalScope;
  /** Runs a script of the package in this realm, as a classic script. */
  load(path: string): Promise<void>;
  destroy(): void;
};

export type PhoneRequest = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
};

/** `body` is read to its end before the answer counts as there. */
export type PhoneAnswer = { status: number; statusText: string; headers: Record<string, string>; body: string };

export type PhoneFetch = (request: PhoneRequest) => Promise<PhoneAnswer>;

/** How the host reaches the world outside. Everything else in `host/` is free of DOM and Node. */
export type Platform = {
  createRealm(name: string): Promise<Realm>;
  /** A text file of the package; `path` is relative to the variant's folder. */
  readText(path: string): Promise<string>;
  readBytes(path: string): Promise<Uint8Array>;
  fetch: PhoneFetch;
  store: Store;
  /** Milliseconds since 1970, as the world has it. */
  realNow(): number;
  /** Resolves once everything that was promised so far has run (one macrotask). */
  turn(): Promise<void>;
  /** Resolves after that much real time. */
  sleep(ms: number): Promise<void>;
};
