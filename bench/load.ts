import { loadavg } from "node:os";
import type { EventsAnswer } from "../core/contract/api.ts";
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
import { type Answer, type Crowd, crowd } from "./crowd.ts";
import { type Figure, figure, percentile } from "./figure.ts";

const PEOPLE = 25;
const DAY_MS = 86_400_000;
const PASSPHRASE = "four quiet words here";

/** `of` says what one request holds. A request of each person in turn is about the day after the one before it, as lives go. */
type Load = { readonly perS: number; readonly seconds: number; readonly of: (at: Date) => LogEvent[] };

/** Phones that were away: a session and what was said around it, ten events in one request. */
const SYNCS: Load = { perS: 50, seconds: 30, of: (at) => [sessionEvent(at), ...Array.from({ length: 9 }, daily(at))] };
/** Watches after a session; far more than what has to go through, so that the rate of asking is not what is measured. */
const SESSIONS: Load = { perS: 120, seconds: 10, of: (at) => [sessionEvent(at)] };

const daily =
  (at: Date) =>
  (_: unknown, index: number): LogEvent => {
    const data = { kind: "daily" as const, back: index % 4, leg: 0, forDate: at.toISOString().slice(0, 10) };
    return { ...envelope(at), type: "checkin.reported.v1", data };
  };

/** How fast the local host is through with sessions, and what they cost it. */
export async function throughput(): Promise<Figure[]> {
  const sessions = await onAHost(SESSIONS);
  return [
    figure("throughput, processes that wanted this computer before", sessions.before),
    figure("throughput, sessions a second through to their plans", sessions.perSecond),
    figure("throughput, a session through to its plan (CPU ms)", sessions.cpuMsEach),
    figure("throughput, events not accepted", sessions.lost),
    figure("throughput, dead letters", sessions.deadLetters),
    figure("throughput, memory (MB)", sessions.memoryMb),
  ];
}

/** What the local host takes at once, and how long it works on that. */
export async function load(): Promise<Figure[]> {
  const syncs = await onAHost(SYNCS);
  return [
    figure("load, processes that wanted this computer before", syncs.before),
    figure("load, requests accepted a second", syncs.acceptedPerSecond),
    figure("load, accepting 10 events, p50 (ms)", syncs.p50),
    figure("load, accepting 10 events, p99 (ms)", syncs.p99),
    figure("load, 10 events through to a plan (CPU ms)", syncs.cpuMsEach),
    figure("load, from the last answer until nothing waits (s)", syncs.drainS),
    figure("load, events not accepted", syncs.lost),
    figure("load, dead letters", syncs.deadLetters),
    figure("load, memory (MB)", syncs.memoryMb),
  ];
}

async function onAHost(given: Load) {
  const before = loadavg()[0] ?? 0;
  const product = await startProduct();
  try {
    const people = await peopleOf(product);
    const watch = watchMemory(product);
    const { cpuS } = await healthOf(product);
    const started = performance.now();
    const posted = await post(product, people, given);
    const answered = performance.now();
    await quiet(product);
    const ended = performance.now();
    const after = await healthOf(product);
    return {
      ...posted,
      before,
      acceptedPerSecond: (1000 * posted.accepted) / (answered - started),
      drainS: (ended - answered) / 1000,
      perSecond: (1000 * posted.accepted) / (ended - started),
      cpuMsEach: (1000 * (after.cpuS - cpuS)) / posted.accepted,
      deadLetters: after.bus.deadLetters,
      memoryMb: watch.stop(),
    };
  } finally {
    await product.stop();
    product.forget();
  }
}

async function post({ url }: Product, people: readonly Client[], { perS, seconds, of }: Load) {
  const amount = perS * seconds;
  const next = callsOf(people, of, Math.ceil(amount / people.length + 2));
  const answers = await crowd({ url: `${url}/v1/events`, perS, amount, next });
  const times = answers.map(({ ms }) => ms);
  return {
    accepted: answers.filter(({ status }) => status === 202).length,
    lost: amount * of(new Date()).length - answers.map(ackedIn).reduce((sum, acked) => sum + acked, 0),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

/** An answer may be 202 and still ask for an event again. */
const ackedIn = ({ status, body }: Answer): number =>
  status === 202 ? (JSON.parse(body) as EventsAnswer).acked.length : 0;

/** The calls one after the other. */
function callsOf(people: readonly Client[], of: Load["of"], days: number): Crowd["next"] {
  const first = Date.now() - days * DAY_MS;
  let turn = 0;
  return () => {
    const events = of(new Date(first + Math.floor(turn / people.length) * DAY_MS));
    const authorization = `Bearer ${people[turn % people.length]?.token}`;
    turn += 1;
    return { headers: { authorization, "content-type": "application/json" }, body: JSON.stringify({ events }) };
  };
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

type Health = {
  readonly memoryMb: number;
  readonly cpuS: number;
  readonly bus: { readonly backlog: number; readonly deadLetters: number };
};
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
