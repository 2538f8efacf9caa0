import { loadavg } from "node:os";
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
const DAY_MS = 86_400_000;
const PASSPHRASE = "four quiet words here";

/** `of` says what one request holds. A request of each person in turn is about the day after the one before it, as lives go. */
type Load = { readonly perS: number; readonly seconds: number; readonly of: (at: Date) => LogEvent[] };

/** Phones that were away: a session and what was said around it, ten events in one request. */
const SYNCS: Load = { perS: 50, seconds: 30, of: (at) => [sessionEvent(at), ...Array.from({ length: 9 }, daily(at))] };
/** Watches after a session; more than what has to go through, so that the rate of asking is not what is measured. */
const SESSIONS: Load = { perS: 60, seconds: 20, of: (at) => [sessionEvent(at)] };

const daily =
  (at: Date) =>
  (_: unknown, index: number): LogEvent => {
    const data = { kind: "daily" as const, back: index % 4, leg: 0, forDate: at.toISOString().slice(0, 10) };
    return { ...envelope(at), type: "checkin.reported.v1", data };
  };

/** What the local host takes, how fast it is through with it, and what it needs for that. */
export async function load(): Promise<Figure[]> {
  const before = loadavg()[0] ?? 0;
  const sessions = await onAHost(SESSIONS);
  const syncs = await onAHost(SYNCS);
  return [
    figure("load, processes that wanted this computer before", before),
    figure("load, requests refused", sessions.refused + syncs.refused),
    figure("load, a session through to its plan (ms of the host)", sessions.msEach),
    figure("load, a session through to its plan (CPU ms)", sessions.cpuMsEach),
    figure("load, accepting 10 events, p50 (ms)", syncs.p50),
    figure("load, accepting 10 events, p99 (ms)", syncs.p99),
    figure("load, 10 events through to a plan (ms of the host)", syncs.msEach),
    figure("load, 10 events through to a plan (CPU ms)", syncs.cpuMsEach),
    figure("load, until nothing waits (s)", syncs.seconds),
    figure("load, memory (MB)", Math.max(sessions.memoryMb, syncs.memoryMb)),
  ];
}

async function onAHost(given: Load) {
  const product = await startProduct();
  try {
    const people = await peopleOf(product);
    const watch = watchMemory(product);
    const { cpuS } = await healthOf(product);
    const started = performance.now();
    const posted = await post(product, people, given);
    await quiet(product);
    const ms = performance.now() - started;
    const cpuMs = 1000 * ((await healthOf(product)).cpuS - cpuS);
    const { accepted } = posted;
    return {
      ...posted,
      seconds: ms / 1000,
      msEach: ms / accepted,
      cpuMsEach: cpuMs / accepted,
      memoryMb: watch.stop(),
    };
  } finally {
    await product.stop();
    product.forget();
  }
}

async function post({ url }: Product, people: readonly Client[], { perS, seconds, of }: Load) {
  const amount = perS * seconds;
  const first = Date.now() - Math.ceil(amount / people.length + 1) * DAY_MS;
  let turn = 0;
  const setupRequest = <R extends object>(request: R) => {
    const at = new Date(first + Math.floor(turn / people.length) * DAY_MS);
    const authorization = `Bearer ${people[turn % people.length]?.token}`;
    turn += 1;
    const headers = { authorization, "content-type": "application/json" };
    return { ...request, headers, body: JSON.stringify({ events: of(at) }) };
  };
  const run = await autocannon({
    url: `${url}/v1/events`,
    connections: PEOPLE,
    overallRate: perS,
    amount,
    requests: [{ method: "POST", setupRequest }],
  });
  const { p50, p99 } = run.latency;
  return { accepted: run["2xx"], refused: run.non2xx + run.errors, p50, p99 };
}

async function peopleOf(product: Product): Promise<Client[]> {
  const { url, setupCode } = product;
  const admin = await firstAccount(url, setupCode ?? "");
  const others: Client[] = [];
  for (let number = 1; number < PEOPLE; number += 1) {
    const { code } = (await (await admin.post("/v1/auth/invites", {})).json()) as { code: string };
    const body = { code, name: `Person ${number}`, passphrase: PASSPHRASE };
    const answer = await clientWith(url, "").post("/v1/auth/passphrase/register", body);
    others.push(clientWith(url, ((await answer.json()) as { access_token: string }).access_token));
  }
  for (const client of [admin, ...others]) await client.post("/v1/events", { events: firstVisitEvents() });
  await quiet(product);
  return [admin, ...others];
}

type Health = { readonly memoryMb: number; readonly cpuS: number; readonly bus: { readonly backlog: number } };
const healthOf = async ({ url }: Product) => (await (await fetch(`${url}/healthz`)).json()) as Health;
const quiet = (product: Product) =>
  until(
    async () => (await healthOf(product)).bus.backlog,
    (backlog) => backlog === 0,
    600_000,
  );

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
