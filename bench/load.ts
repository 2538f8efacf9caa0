import autocannon from "autocannon";
import type { LogEvent } from "../core/contract/event.ts";
import {
  type Client,
  clientWith,
  envelope,
  firstAccount,
  firstVisitEvents,
  sessionEvent,
  until,
} from "../test/product/client.ts";
import { type Product, startProduct } from "../test/product/start.ts";
import { type Figure, figure } from "./figure.ts";

const PEOPLE = 25;
const POSTS_PER_S = 50;
const SECONDS = 30;
const DAY_MS = 86_400_000;
const PASSPHRASE = "four quiet words here";

/** A phone that was away: a session and what was said around it, ten events in one request, of some day of the last year. */
function sync(): LogEvent[] {
  const at = new Date(Date.now() - (1 + 360 * Math.random()) * DAY_MS);
  const forDate = at.toISOString().slice(0, 10);
  const daily = Array.from({ length: 9 }, (_, index): LogEvent => {
    const data = { kind: "daily" as const, back: index % 4, leg: 0, forDate };
    return { ...envelope(at), type: "checkin.reported.v1", data };
  });
  return [sessionEvent(at), ...daily];
}

/** What the local host takes, how fast it is through with it, and what it needs for that. */
export async function load(): Promise<Figure[]> {
  const product = await startProduct();
  try {
    const people = await peopleOf(product);
    const watch = watchMemory(product);
    const started = performance.now();
    const { accepted, p99, refused } = await post(product, people);
    await until(
      () => backlogOf(product),
      (backlog) => backlog === 0,
      300_000,
    );
    const seconds = (performance.now() - started) / 1000;
    return [
      figure("load, requests refused", refused),
      figure("load, accepting 10 events, p99 (ms)", p99),
      figure("load, a session through to its plan (ms of the host)", (1000 * seconds) / accepted),
      figure("load, until nothing waits (s)", seconds),
      figure("load, memory (MB)", watch.stop()),
    ];
  } finally {
    await product.stop();
    product.forget();
  }
}

async function post({ url }: Product, people: readonly Client[]) {
  let turn = 0;
  const run = await autocannon({
    url: `${url}/v1/events`,
    connections: PEOPLE,
    overallRate: POSTS_PER_S,
    amount: POSTS_PER_S * SECONDS,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          turn += 1;
          const headers = {
            authorization: `Bearer ${people[turn % people.length]?.token}`,
            "content-type": "application/json",
          };
          return { ...request, headers, body: JSON.stringify({ events: sync() }) };
        },
      },
    ],
  });
  return { accepted: run["2xx"], refused: run.non2xx + run.errors, p99: run.latency.p99 };
}

async function peopleOf({ url, setupCode }: Product): Promise<Client[]> {
  const admin = await firstAccount(url, setupCode ?? "");
  const others: Client[] = [];
  for (let number = 1; number < PEOPLE; number += 1) {
    const { code } = (await (await admin.post("/v1/auth/invites", {})).json()) as { code: string };
    const body = { code, name: `Person ${number}`, passphrase: PASSPHRASE };
    const answer = await clientWith(url, "").post("/v1/auth/passphrase/register", body);
    others.push(clientWith(url, ((await answer.json()) as { access_token: string }).access_token));
  }
  for (const client of [admin, ...others]) await client.post("/v1/events", { events: firstVisitEvents() });
  return [admin, ...others];
}

type Health = { readonly memoryMb: number; readonly bus: { readonly backlog: number } };
const healthOf = async ({ url }: Product) => (await (await fetch(`${url}/healthz`)).json()) as Health;
const backlogOf = async (product: Product) => (await healthOf(product)).bus.backlog;

/** The most memory that was seen, looking four times a second. */
function watchMemory(product: Product): { stop: () => number } {
  let most = 0;
  const look = async () => {
    most = Math.max(most, (await healthOf(product)).memoryMb);
  };
  const timer = setInterval(() => void look().catch(() => {}), 250);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
