import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventsAnswer, HistoryPage } from "../../core/contract/api.ts";
import { ROUTES } from "../../core/contract/routes.ts";
import { type Client, clientWith, firstAccount, firstVisitEvents, newId, sessionEvent, until } from "./client.ts";
import { type Product, startProduct } from "./start.ts";

let product: Product;
let client: Client;

beforeAll(async () => {
  product = await startProduct();
  client = await firstAccount(product.url, product.setupCode ?? "");
  await client.post("/v1/events", { events: firstVisitEvents() });
});

afterAll(async () => {
  await product.stop();
  product.forget();
});

const send = async (...events: unknown[]): Promise<EventsAnswer> =>
  (await (await client.post("/v1/events", { events })).json()) as EventsAnswer;
const history = async (): Promise<HistoryPage> => (await (await client.get("/v1/history")).json()) as HistoryPage;

describe("a record that cannot be right is refused by name, alone", () => {
  const good = sessionEvent();
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  it.each([
    ["an unknown level", { level: 26 }, "invalid", "data.level"],
    ["a score of 11", { scores: { ...good.data.scores, rpe: 11 } }, "invalid", "data.scores.rpe"],
    ["a time in the future", { endedAt: inAnHour }, "clock_skew", "data.endedAt"],
  ])("%s", async (_name, change, code, field) => {
    const bad = sessionEvent();
    const fine = sessionEvent(new Date(Date.now() - 7_200_000));
    const answer = await send({ ...bad, data: { ...bad.data, ...change } }, fine);
    expect(answer.rejected).toMatchObject([{ id: bad.id, code, field }]);
    expect(answer.acked).toEqual([fine.id]);
    const { items } = await until(history, (page) => page.items.some((item) => item.id === fine.data.sessionId));
    expect(items.some((item) => item.id === bad.data.sessionId)).toBe(false);
  });

  it("the same id with other content", async () => {
    const first = sessionEvent();
    await send(first);
    await until(history, (page) => page.items.some((item) => item.id === first.data.sessionId));
    const answer = await send({ ...first, data: { ...first.data, level: 6 } });
    expect(answer.rejected).toMatchObject([{ id: first.id, code: "conflict" }]);
  });
});

describe("a request that cannot be right gets a problem that says so", () => {
  it("a body of 2 MB", async () => {
    const answer = await client.post("/v1/events", JSON.stringify({ events: [{ note: "x".repeat(2_000_000) }] }));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: "too_large", field: "body" });
  });

  it("a body that is not JSON", async () => {
    const answer = await client.post("/v1/events", "{");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid", field: "body" });
  });

  it("a wrong pairing code", async () => {
    const answer = await client.post("/v1/pair/confirm", { user_code: "BCDF-GHJK" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid", field: "user_code" });
  });

  it("a date that does not exist in a query", async () => {
    const answer = await client.get("/v1/history?from=2026-02-30");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid", field: "from" });
  });

  it("a route that does not exist", async () => {
    const answer = await client.get("/v1/nothing");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });
});

describe("every protected route refuses a stranger", () => {
  const guarded = ROUTES.filter(({ scope }) => scope !== null);
  it.each(guarded.map((route) => [route.method, route.path]))("%s %s", async (method, path) => {
    const url = product.url + path.replace(/\{\w+\}/, newId());
    const init = method === "POST" ? { method, body: "{}" } : { method };
    const forged = clientWith(product.url, "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.AAAA").token;
    for (const headers of [{}, { authorization: `Bearer ${forged}` }]) {
      const answer = await fetch(url, { ...init, headers });
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      expect(await answer.json()).toMatchObject({ status: 401, code: "unauthorized" });
    }
  });
});
