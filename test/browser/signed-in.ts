import type { Page } from "@playwright/test";
import type { TokenAnswer } from "../../core/contract/auth.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { type Client, clientWith, firstVisitEvents, until } from "../product/client.ts";
import type { Product } from "../product/start.ts";
import { PASSPHRASE } from "./first-visit.ts";

/** The first account, made as a program makes it; and this browser signed in to it. */
export async function account(page: Page, { url, setupCode }: Pick<Product, "url" | "setupCode">): Promise<Client> {
  const data = { code: setupCode ?? "", name: "Ada", passphrase: PASSPHRASE };
  const answer = await page.request.post(`${url}/v1/auth/passphrase/register`, { data });
  const { access_token, person } = (await answer.json()) as TokenAnswer;
  await page.addInitScript((who) => localStorage.setItem("backstride.person", who), JSON.stringify(person));
  return clientWith(url, access_token);
}

/** The first account, set up and with a log; and this browser signed in to it. */
export async function signedIn(page: Page, product: Product, log: readonly LogEvent[] = []): Promise<Client> {
  const client = await account(page, product);
  await add(client, [...firstVisitEvents(), ...log]);
  return client;
}

/** Adds events as few at a time as the service takes, and waits for the plan that follows. */
export async function add(client: Client, events: readonly LogEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += 10) {
    const answer = await posted(client, events.slice(from, from + 10));
    const { acked } = (await answer.json()) as { acked: string[] };
    if (acked.length === 0) throw new Error("Nothing was taken.");
  }
  const plan = async () => (await (await client.get("/v1/plan")).json()) as { plan: unknown };
  await until(plan, ({ plan: found }) => found !== null);
}

/** Years of a log are more than an account may send in a minute: waits as long as the answer says. */
async function posted(client: Client, events: readonly LogEvent[]): Promise<Response> {
  const answer = await client.post("/v1/events", { events });
  if (answer.status !== 429) return answer;
  await new Promise((resolve) => setTimeout(resolve, Number(answer.headers.get("retry-after")) * 1000));
  return posted(client, events);
}
