import { expect, test } from "vitest";
import { call, keepTokens } from "./account.ts";
import { adaptFetch } from "./http.ts";
import { followPairing, pairingOf, startPairing } from "./pairing.ts";
import { addressOf, type FetchInit, KEYS, type Phone, type Reply } from "./phone.ts";
import { relay } from "./relay.ts";

type Handler = (url: string, init: FetchInit) => Reply | Promise<Reply>;

/** A phone with settings in memory, a clock that waiting moves, and the given server. */
function phoneWith(handler: Handler) {
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

const tokens = (turn: number) => ({
  access_token: `access-${turn}`,
  token_type: "Bearer",
  expires_in: 900,
  scope: "",
  refresh_token: `refresh-${turn}`,
});
const START = { device_code: "dc", user_code: "BCDF-GHJK", verification_uri: "u", expires_in: 600, interval: 5 };

test.each([
  [null, "http://localhost:7878"],
  ["", "http://localhost:7878"],
  ['"http://10.0.0.5:7878/"', "http://10.0.0.5:7878"],
  [" https://my.example/ ", "https://my.example"],
  ["my.example", "https://my.example"],
])("the address %s is read as %s", (stored, address) => {
  expect(addressOf({ get: () => stored })).toBe(address);
});

test("both fetch shapes and every body shape are understood, and the shape that works is kept", async () => {
  const wait = () => new Promise<void>(() => undefined);
  const init: FetchInit = { method: "GET", headers: {} };
  const objectOnly: unknown[] = [];
  const first = adaptFetch(async (request, more) => {
    objectOnly.push(request);
    if (more !== undefined) throw new Error("one object, please");
    return { status: 200, body: '{"a":1}' };
  }, wait);
  expect(await first("http://x/", init)).toEqual({ status: 200, body: { a: 1 } });
  expect(objectOnly).toEqual([{ url: "http://x/", ...init }]);
  let calls = 0;
  const second = adaptFetch(async (request) => {
    calls += 1;
    if (typeof request !== "string") throw new TypeError("Failed to parse URL");
    return { status: 200, body: { getReader: () => null }, text: async () => '{"b":2}' };
  }, wait);
  expect(await second("http://x/", init)).toEqual({ status: 200, body: { b: 2 } });
  await second("http://x/", init);
  expect(calls).toBe(3);
  const third = adaptFetch(async () => ({ status: 200, body: { c: 3 } }), wait);
  expect((await third("http://x/", init)).body).toEqual({ c: 3 });
  const html = adaptFetch(async () => ({ status: 200, body: "<html>" }), wait);
  expect((await html("http://x/", init)).body).toBeNull();
});

test("a server that never answers is given up", async () => {
  const fetch = adaptFetch(
    () => new Promise(() => undefined),
    async () => undefined,
  );
  await expect(fetch("http://x/", { method: "GET", headers: {} })).rejects.toThrow("timeout");
});

test("pairing shows the code, keeps pace when told to slow down, and keeps the tokens", async () => {
  const turns = ["authorization_pending", "slow_down", "authorization_pending"];
  const { phone, kept, later } = phoneWith((url) => {
    if (url.endsWith("/v1/pair/start")) return { status: 200, body: START };
    const code = turns.shift();
    return code === undefined ? { status: 200, body: tokens(1) } : { status: 400, body: { code } };
  });
  await startPairing(phone, "0.1.0");
  expect(pairingOf(phone)?.userCode).toBe("BCDF-GHJK");
  expect(kept.get(KEYS.status)).toBe("waiting");
  const before = phone.now();
  await followPairing(phone);
  expect(phone.now() - before).toBe((5 + 5 + 10 + 10) * 1000);
  expect(kept.get(KEYS.status)).toBe("paired");
  expect(pairingOf(phone)).toBeNull();
  expect(JSON.parse(kept.get(KEYS.account) ?? "{}")).toMatchObject({
    refresh: "refresh-1",
    address: "http://localhost:7878",
  });
  later(0);
});

test.each([
  ["access_denied", "denied"],
  ["expired_token", "expired"],
  ["invalid_grant", "expired"],
])("pairing answered with %s says %s", async (code, status) => {
  const { phone, kept } = phoneWith((url) =>
    url.endsWith("start") ? { status: 200, body: START } : { status: 400, body: { code } },
  );
  await startPairing(phone, "0.1.0");
  await followPairing(phone);
  expect(kept.get(KEYS.status)).toBe(status);
});

test("a pairing that was under way when the service started is asked after at once", async () => {
  const { phone, kept } = phoneWith((url) =>
    url.endsWith("start") ? { status: 200, body: START } : { status: 200, body: tokens(1) },
  );
  await startPairing(phone, "0.1.0");
  const before = phone.now();
  await followPairing(phone, true);
  expect(phone.now()).toBe(before);
  expect(kept.get(KEYS.status)).toBe("paired");
});

test("a code that nobody confirms runs out, network or not", async () => {
  const { phone, kept } = phoneWith((url) => {
    if (url.endsWith("start")) return { status: 200, body: START };
    throw new Error("no network");
  });
  await startPairing(phone, "0.1.0");
  await followPairing(phone);
  expect(kept.get(KEYS.status)).toBe("expired");
});

test.each([
  ["a page of something else", { status: 200, body: null }],
  ["not found", { status: 404, body: { code: "not_found" } }],
])("an address with %s is told to be wrong", async (_, reply) => {
  const { phone, kept } = phoneWith(() => reply);
  await startPairing(phone, "0.1.0");
  expect(kept.get(KEYS.status)).toBe("address");
});

test("a token is never shown to another server than the one that gave it", async () => {
  const { phone, asked } = phoneWith(() => ({ status: 200, body: {} }));
  keepTokens(phone, "http://localhost:7878", tokens(1));
  phone.set(KEYS.address, "http://elsewhere");
  expect(await call(phone, "GET", "/v1/plan", null)).toEqual({ trouble: "unpaired" });
  expect(asked).toEqual([]);
});

test("a token that ran out is renewed before it is used; one that is refused is renewed once", async () => {
  let valid = "access-2";
  const { phone, asked, later } = phoneWith((url, { headers }) => {
    if (url.endsWith("/v1/token")) return { status: 200, body: tokens(2) };
    return headers.authorization === `Bearer ${valid}`
      ? { status: 200, body: { fine: true } }
      : { status: 401, body: { code: "expired" } };
  });
  keepTokens(phone, "http://localhost:7878", tokens(1));
  later(890_000);
  expect(await call(phone, "GET", "/v1/plan", null)).toEqual({ reply: { status: 200, body: { fine: true } } });
  expect(asked.map(([url]) => url.split("7878")[1])).toEqual(["/v1/token", "/v1/plan"]);
  valid = "none";
  expect(await call(phone, "GET", "/v1/plan", null)).toEqual({ trouble: "revoked" });
  expect(asked).toHaveLength(5);
});

/** A paired phone whose access token has run out, and whose refresh is answered like this. */
async function refreshAnswered(reply: Reply) {
  const { phone, kept, later } = phoneWith(() => reply);
  keepTokens(phone, "http://localhost:7878", tokens(1));
  later(1_000_000);
  return { outcome: await call(phone, "GET", "/v1/plan", null), paired: kept.has(KEYS.account) };
}

test.each<Reply>([
  { status: 401, body: { code: "unauthorized" } },
  { status: 401, body: { code: "expired" } },
  { status: 400, body: { error: "invalid_grant" } },
])("a refresh token that the server turns down ends the pairing: %j", async (reply) => {
  expect(await refreshAnswered(reply)).toEqual({ outcome: { trouble: "revoked" }, paired: false });
});

test.each<Reply>([
  { status: 503, body: { code: "unavailable" } },
  { status: 401, body: { message: "Unauthorized" } },
  { status: 400, body: { code: "invalid" } },
  { status: 403, body: { code: "unauthorized" } },
  { status: 409, body: { code: "conflict" } },
  { status: 200, body: { login: "hotel" } },
])("any other answer to it leaves the pairing for a later try: %j", async (reply) => {
  expect(await refreshAnswered(reply)).toEqual({ outcome: { trouble: "later" }, paired: true });
});

test("a body that is refused as a whole is sent record by record, so one cannot block the others", async () => {
  const { phone } = phoneWith((_, { body }) => {
    const { events } = JSON.parse(body ?? "{}") as { events: { id: string }[] };
    if (events.some(({ id }) => id === "bad"))
      return { status: 413, body: { code: "too_large", detail: "Too large." } };
    return { status: 202, body: { acked: events.map(({ id }) => id), rejected: [], retry: [], planRev: 1 } };
  });
  keepTokens(phone, "http://localhost:7878", tokens(1));
  expect(await relay(phone, "backstride.events", { events: [{ id: "a" }, { id: "bad" }, { id: "c" }] })).toEqual({
    code: "ok",
    acked: ["a", "c"],
    rejected: [{ id: "bad", code: "too_large", message: "Too large." }],
    retry: [],
  });
});

test("records say where they come from", async () => {
  const sources: string[] = [];
  const { phone } = phoneWith((_, { body }) => {
    const { events } = JSON.parse(body ?? "{}") as { events: { source: string }[] };
    sources.push(...events.map(({ source }) => source));
    return { status: 202, body: { acked: [], rejected: [], retry: [] } };
  });
  keepTokens(phone, "http://localhost:7878", tokens(1));
  await relay(phone, "backstride.events", { events: [{ id: "a" }] });
  phone.set(KEYS.source, '"simulator"');
  await relay(phone, "backstride.events", { events: [{ id: "a" }] });
  phone.set(KEYS.source, "elsewhere");
  await relay(phone, "backstride.events", { events: [{ id: "a" }] });
  expect(sources).toEqual(["watch", "simulator", "watch"]);
});

test("without a pairing nothing is asked of the network, and an unknown request has no answer", async () => {
  const { phone, asked } = phoneWith(() => ({ status: 200, body: {} }));
  expect(await relay(phone, "backstride.plan", {})).toEqual({ code: "unpaired" });
  expect(await relay(phone, "backstride.events", { events: [{ id: "a" }] })).toEqual({ code: "unpaired" });
  expect(await relay(phone, "something.else", {})).toBeNull();
  expect(asked).toEqual([]);
});

/** A paired phone whose server has just answered that too much came at once. */
async function heldUp(body: unknown) {
  const { phone, asked, later } = phoneWith(() => ({ status: 429, body }));
  keepTokens(phone, "http://localhost:7878", tokens(1));
  const send = () => relay(phone, "backstride.events", { events: [{ id: "a" }] });
  expect(await send()).toEqual({ code: "later" });
  expect(phone.get(KEYS.status)).toBe("later");
  return { phone, asked, later, send };
}
const inFortySeconds = { code: "too_many", retryAt: new Date(1_040_000).toISOString() };

test("a server that asks for a pause is not asked again before it is over; nothing counts as taken", async () => {
  const { asked, later, send } = await heldUp(inFortySeconds);
  later(39_000);
  expect(await send()).toEqual({ code: "later" });
  expect(asked).toHaveLength(1);
  later(1_000);
  await send();
  expect(asked).toHaveLength(2);
});

test("a pause is for what it was asked for, at that server: the plan still comes, and so does another server", async () => {
  const { phone, asked, send } = await heldUp(inFortySeconds);
  await call(phone, "GET", "/v1/plan", null);
  expect(asked).toHaveLength(2);
  phone.set(KEYS.address, "http://elsewhere");
  keepTokens(phone, "http://elsewhere", tokens(2));
  await send();
  expect(asked.at(-1)?.[0]).toBe("http://elsewhere/v1/events");
});

test.each([
  ["none is named", { message: "Too Many Requests" }],
  ["the answer is no JSON", null],
  ["it is no time", { retryAt: "soon" }],
  ["a clock that is wrong makes it too long", { retryAt: new Date(1_700_000).toISOString() }],
])("no pause is kept where %s", async (_, body) => {
  const { asked, send } = await heldUp(body);
  await send();
  expect(asked).toHaveLength(2);
});
