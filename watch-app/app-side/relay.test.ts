import { expect, test } from "vitest";
import { call, keepTokens } from "./account.ts";
import { phoneWith, tokens } from "./phone.testing.ts";
import { KEYS, type Reply } from "./phone.ts";
import { relay } from "./relay.ts";

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
