import assert from "node:assert/strict";
import { backstride } from "../../bin/backstride.ts";
import type { EventsAnswer, ExportPage } from "../../core/contract/api.ts";
import { type Client, clientWith, firstAccount, firstVisitEvents, sessionEvent, until } from "./client.ts";
import { type Product, startProduct } from "./start.ts";

export type Kills = { readonly kills: number; readonly acked: number };

const SENDERS = 6;
const DAY_MS = 86_400_000;
/** Failed calls are made again after up to three minutes. */
const DRAIN_MS = 240_000;

/**
 * Kills the whole host under load, again and again, and looks what is left of what it acknowledged.
 * @param random from 0 to 1, as `Math.random`
 * @throws AssertionError when an acknowledged event is gone, the backlog stays, or the doctor is not content
 */
export async function killUnderLoad(kills: number, random: () => number): Promise<Kills> {
  let product = await startProduct();
  const again = { dataDir: product.dataDir, port: Number(new URL(product.url).port) };
  try {
    let client = await firstAccount(product.url, product.setupCode ?? "");
    const acked = await send(client, firstVisitEvents());
    for (let kill = 0; kill < kills; kill += 1) {
      client = await signedIn(product, client);
      const sender = client;
      let sending: Promise<string[][]> = Promise.resolve([]);
      // However slow the computer is: a kill before anything was acknowledged would show nothing.
      await new Promise<void>((heard) => {
        sending = Promise.all(Array.from({ length: SENDERS }, () => sendUntilItBreaks(sender, random, heard)));
      });
      await new Promise((later) => setTimeout(later, 500 * random()));
      await product.kill();
      acked.push(...(await sending).flat());
      product = await startProduct(again);
    }
    await drained(product);
    const stored = new Set(await idsIn(await signedIn(product, client)));
    assert.deepEqual(
      acked.filter((id) => !stored.has(id)),
      [],
      "acknowledged events are gone",
    );
    await contentDoctor(product.dataDir);
    return { kills, acked: acked.length };
  } finally {
    await product.kill();
    product.forget();
  }
}

async function send(client: Client, events: readonly unknown[]): Promise<string[]> {
  const answer = await client.post("/v1/events", { events });
  return answer.status === 202 ? ((await answer.json()) as EventsAnswer).acked : [];
}

/** One session after the other, each of another day; what was acknowledged before the host was gone. */
async function sendUntilItBreaks(client: Client, random: () => number, heard: () => void): Promise<string[]> {
  const acked: string[] = [];
  try {
    for (;;) {
      acked.push(...(await send(client, [sessionEvent(new Date(Date.now() - (1 + random() * 300) * DAY_MS))])));
      if (acked.length > 0) heard();
    }
  } catch {
    return acked;
  }
}

/** A long run outlives an access token. */
async function signedIn({ url }: Product, client: Client): Promise<Client> {
  if ((await client.get("/v1/plan")).status === 200) return client;
  const body = JSON.stringify({ name: "Ada", passphrase: "four quiet words here" });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/v1/auth/passphrase/login`, { method: "POST", headers, body });
  return clientWith(url, ((await answer.json()) as { access_token: string }).access_token);
}

const drained = ({ url }: Product) =>
  until(
    async () => (await (await fetch(`${url}/healthz`)).json()) as { bus: { backlog: number; deadLetters: number } },
    ({ bus }) => bus.backlog === 0,
    DRAIN_MS,
  );

async function idsIn(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ""; ; ) {
    const page = (await (await client.get(`/v1/export${cursor}`)).json()) as ExportPage;
    ids.push(...page.events.map(({ id }) => id));
    if (page.cursor === null) return ids;
    cursor = `?cursor=${page.cursor}`;
  }
}

async function contentDoctor(dataDir: string): Promise<void> {
  const said: string[] = [];
  process.env.BACKSTRIDE_DATA = dataDir;
  const code = await backstride(["doctor"], { say: (line) => said.push(line), warn: (line) => said.push(line) });
  delete process.env.BACKSTRIDE_DATA;
  assert.equal(code, 0, said.join("\n"));
}
