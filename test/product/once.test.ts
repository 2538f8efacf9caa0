import { expect, it } from "vitest";
import type { HistoryPage } from "../../core/contract/api.ts";
import type { Plan } from "../../core/contract/plan.ts";
import { type Client, clientWith, firstAccount, firstVisitEvents, sessionEvent, until } from "./client.ts";
import { startProduct } from "./start.ts";

const sessions = async (client: Client): Promise<string[]> =>
  ((await (await client.get("/v1/history")).json()) as HistoryPage).items.map(({ id }) => id);

const plan = async (client: Client): Promise<Plan | null> =>
  ((await (await client.get("/v1/plan")).json()) as { plan: Plan | null }).plan;

it("the same record posted twice is one session", async () => {
  const product = await startProduct();
  const client = await firstAccount(product.url, product.setupCode ?? "");
  await client.post("/v1/events", { events: firstVisitEvents() });
  const event = sessionEvent();
  for (let time = 0; time < 3; time += 1) {
    const answer = await (await client.post("/v1/events", { events: [event] })).json();
    expect(answer).toMatchObject({ acked: [event.id], rejected: [], retry: [] });
  }
  await until(
    () => sessions(client),
    (ids) => ids.length > 0,
  );
  expect(await sessions(client)).toEqual([event.data.sessionId]);
  await product.stop();
  product.forget();
});

it("a host killed in the middle keeps every acknowledged session, once, and plans from it", async () => {
  let product = await startProduct();
  const client = await firstAccount(product.url, product.setupCode ?? "");
  await client.post("/v1/events", { events: firstVisitEvents() });
  const events = Array.from({ length: 6 }, (_, index) =>
    sessionEvent(new Date(Date.now() - (index + 1) * 3 * 86_400_000)),
  );
  const again = { dataDir: product.dataDir, port: Number(new URL(product.url).port) };
  for (const event of events) {
    const answer = await (await client.post("/v1/events", { events: [event] })).json();
    expect(answer).toMatchObject({ acked: [event.id] });
    await product.kill();
    product = await startProduct(again);
    await clientWith(product.url, client.token).post("/v1/events", { events: [event] });
  }
  const expected = events.map(({ data }) => data.sessionId).sort();
  const stored = await until(
    async () => (await sessions(client)).sort(),
    (ids) => ids.length >= expected.length,
  );
  expect(stored).toEqual(expected);
  expect(
    await until(
      () => plan(client),
      (current) => current !== null,
    ),
  ).toMatchObject({ provisional: false });
  await product.stop();
  product.forget();
}, 120_000);
