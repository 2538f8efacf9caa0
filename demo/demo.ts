import { randomInt } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import * as v from "valibot";
import { withLocal } from "../bin/place/local.ts";
import { read } from "../bin/place/person.ts";
import { PlanAnswer } from "../core/contract/api.ts";
import { TokenAnswer } from "../core/contract/auth.ts";
import type { LogEvent } from "../core/contract/event.ts";
import { type DemoMark, demoIn, markDemo, requireSort } from "../local/data/demo.ts";
import { takeFolder } from "../local/data/folder.ts";
import { HostError } from "../local/error.ts";
import { type Host, startHost } from "../local/host.ts";
import { invented } from "./person.ts";

const NAME = "Robin (invented)";
const WEEKS = 10;
const MINUTE_MS = 60_000;
/** Without letters and digits that look like others. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

export type DemoOptions = {
  readonly folder: string;
  readonly assembly: string;
  /** Whole weeks before this one. */
  readonly weeks?: number;
  /** Shows that this takes a while. */
  readonly step: (name: string, work: () => Promise<void>) => Promise<void>;
};

/**
 * The demo in its folder, made when there is none: weeks of simulated sessions go through the real pipeline in virtual time.
 * They are made beside the folder and moved there when they are whole, so a demo is there or it is not.
 * @throws HostError when the folder holds something else than a demo
 */
export async function demoFor({ folder, assembly, weeks = WEEKS, step }: DemoOptions): Promise<DemoMark> {
  requireSort(folder, true);
  const known = demoIn(folder);
  if (known !== null) return known;
  const half = `${folder}.half`;
  // Refuses when another process is just making it.
  if (existsSync(half)) takeFolder(half).release();
  rmSync(half, { recursive: true, force: true });
  const mark = { name: NAME, passphrase: passphrase() };
  await step(`${weeks} weeks of an invented person`, () => live(half, assembly, weeks, mark));
  markDemo(half, mark);
  renameSync(half, folder);
  return mark;
}

async function live(dataDir: string, assembly: string, weeks: number, mark: DemoMark): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const today = new Intl.DateTimeFormat("sv-SE").format(new Date());
  // The person's clock stands still at one hour from UTC: elsewhere, the last of yesterday may still be to come.
  const events = invented(weeks, today, timeZone).filter(({ at }) => Date.parse(at) <= Date.now());
  const [first] = events;
  if (first === undefined) throw new HostError("The invented person told nothing.");
  const startAt = Date.parse(first.at) - MINUTE_MS;
  const host = await startHost({ port: 0, dataDir, assembly, sites: [], startAt });
  try {
    const person = await register(host, mark);
    for (const moment of moments(events)) await tell(host, dataDir, person, moment);
    // Up to now, so that reminders that fell due since then are said as they would have been.
    await host.clock.advance(Math.max(0, Date.now() - host.clock.now()));
  } finally {
    await host.stop();
  }
}

async function register({ url, setupCode: code }: Host, mark: DemoMark): Promise<string> {
  const body = JSON.stringify({ code, ...mark });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/v1/auth/passphrase/register`, { method: "POST", headers, body });
  return v.parse(TokenAnswer, read({ status: answer.status, body: await answer.text() })).person.id;
}

/** What is told at once, in order. */
function moments(events: readonly LogEvent[]): LogEvent[][] {
  const byTime = new Map<string, LogEvent[]>();
  for (const event of events) byTime.set(event.at, [...(byTime.get(event.at) ?? []), event]);
  return [...byTime.values()];
}

/** Waits for the moment, tells, and lets the cloud come to rest: record, weeks, plan, alarm. */
async function tell(host: Host, dataDir: string, person: string, events: readonly LogEvent[]): Promise<void> {
  const at = Date.parse(events[0]?.at ?? "");
  await host.clock.advance(Math.max(0, at - host.clock.now()));
  await withLocal(dataDir, async ({ ask }) => {
    const call = async (route: string, body?: unknown) =>
      read(await ask("Call", { route, person, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }));
    const { plan } = v.parse(PlanAnswer, await call("GET /v1/plan"));
    await call("POST /v1/events", { events: events.map((event) => following(event, plan?.planId ?? null)) });
  });
  await host.whenIdle();
}

/** A session names the plan that it follows. */
function following(event: LogEvent, planId: string | null): LogEvent {
  return event.type === "session.recorded.v1" ? { ...event, data: { ...event.data, planId } } : event;
}

/** Four times four letters to type. */
const passphrase = (): string => Array.from({ length: 4 }, () => Array.from({ length: 4 }, letter).join("")).join("-");
const letter = (): string => LETTERS.charAt(randomInt(LETTERS.length));
