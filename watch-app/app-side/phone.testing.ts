import type { FetchInit, Phone, Reply } from "./phone.ts";

type Handler = (url: string, init: FetchInit) => Reply | Promise<Reply>;

/** For tests: a phone with settings in memory, a clock that waiting moves, and the given server. */
export function phoneWith(handler: Handler) {
  const kept = new Map<string, string>();
  const asked: [string, string | undefined][] = [];
  let now = 1_000_000;
  const phone: Phone = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void (value === null ? kept.delete(key) : kept.set(key, value)),
    fetch: async (url, init) => {
      asked.push([url, init.body]);
      return handler(url, init);
    },
    now: () => now,
    wait: async (ms) => {
      now += ms;
    },
  };
  return { phone, kept, asked, later: (ms: number) => (now += ms) };
}

export const tokens = (turn: number) => ({
  access_token: `access-${turn}`,
  token_type: "Bearer",
  expires_in: 900,
  scope: "",
  refresh_token: `refresh-${turn}`,
});
