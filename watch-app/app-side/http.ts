import type { FetchInit, Reply } from "./phone.ts";

type RawFetch = (request: string | object, init?: object) => Promise<unknown>;
type Loose = Readonly<Record<string, unknown>>;

const TIMEOUT_MS = 10_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

/** Some phones answer with the body as an object, some as JSON text, some as a stream behind `text()`. */
async function replyOf(raw: unknown): Promise<Reply> {
  const response = raw as Loose;
  const status = Number(response.status ?? response.statusCode ?? 0);
  const { body } = response;
  if (typeof body === "string") return { status, body: parsed(body) };
  const isStream = typeof body === "object" && body !== null && "getReader" in body;
  if (typeof body === "object" && body !== null && !isStream) return { status, body };
  if (typeof response.text === "function") return { status, body: parsed(String(await response.text())) };
  return { status, body: null };
}

/**
 * One `fetch` for both shapes that phones have: one object with everything, or an address and an init. The shape that worked
 * is remembered. Rejects when neither works or nothing came within 10 s.
 */
export function adaptFetch(raw: RawFetch, wait: (ms: number) => Promise<void>) {
  const shapes: ((url: string, init: FetchInit) => Promise<unknown>)[] = [
    (url, init) => raw({ url, ...init }),
    (url, init) => raw(url, init),
  ];
  let known: (typeof shapes)[number] | null = null;
  const attempt = async (url: string, init: FetchInit): Promise<unknown> => {
    let failure: unknown = null;
    for (const shape of known === null ? shapes : [known]) {
      try {
        const answer = await shape(url, init);
        known = shape;
        return answer;
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };
  return async (url: string, init: FetchInit): Promise<Reply> => {
    const late = wait(TIMEOUT_MS).then((): never => {
      throw new Error("timeout");
    });
    return replyOf(await Promise.race([attempt(url, init), late]));
  };
}
