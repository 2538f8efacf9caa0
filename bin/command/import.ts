import * as v from "valibot";
import type { EventsAnswer, Rejection } from "../../core/contract/api.ts";
import { HostError } from "../../local/error.ts";
import { type PersonApi, read, withPerson } from "../place/person.ts";
import { readLog } from "./log-file.ts";
import { counted, parsed } from "./options.ts";
import { type Command, type Output, UsageError, WRONG_CODE } from "./usage.ts";

const USAGE = `npx backstride import <export.json> [--person <name>] [--url <address>]

Adds an exported log to a person's. Importing it again changes nothing: what is there already stays as it is.

  --person <name>   whose log, by name or id, when there is more than one
  --url <address>   an installation elsewhere, with an access token in BACKSTRIDE_TOKEN; else the data folder

Exit code: 0 all of it is kept, 1 something was refused, 2 the command was not understood.`;

/** What `POST /v1/events` takes at a time. */
const MAX_EVENTS = 10;
const MAX_BYTES = 60_000;
const RESENDS = 5;

export const importCommand: Command = {
  summary: "adds an exported log to a person's",
  usage: USAGE,
  run: async (args, output) => {
    const { values, positionals } = parsed(args, { person: { type: "string" }, url: { type: "string" } });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("missing_file: name one exported log.");
    const log = await readLog(file);
    if (log.entries === null) throw new HostError(`${file} ${log.problem.message}`);
    const { entries } = log;
    return withPerson({ url: values.url, person: values.person }, (api) => importAll(api, entries, output, later));
  },
};

const later = (ms: number): Promise<void> => new Promise((over) => setTimeout(over, ms));

/** @param wait as long as the installation asks for: it takes so many requests a minute and no more */
export async function importAll(
  api: PersonApi,
  entries: readonly unknown[],
  { say, warn }: Output,
  wait: (ms: number) => Promise<void>,
): Promise<number> {
  let kept = 0;
  let refused = 0;
  const patient = patiently(api, (ms) => {
    warn(`${counted(kept, "event")} kept so far; it goes on in ${Math.ceil(ms / 1000)} s, as the installation asks.`);
    return wait(ms);
  });
  for (const events of batches(entries)) {
    const { acked, rejected } = await sent(patient, events);
    kept += acked.length;
    refused += rejected.length;
    for (const { id, code, message } of rejected) warn(`${id ?? "without an id"}: ${code}: ${message}`);
  }
  say(`${counted(kept, "event")} kept, ${refused} refused.`);
  return refused === 0 ? 0 : WRONG_CODE;
}

const idOf = (entry: unknown): string => String((entry as { id?: unknown } | null)?.id);

/** The API, for who asks again when it is told to come later. */
const patiently =
  (api: PersonApi, wait: (ms: number) => Promise<void>): PersonApi =>
  async (route, input) => {
    for (;;) {
      const answer = await api(route, input);
      if (answer.status !== 429) return answer;
      await wait(pauseIn(answer.body));
    }
  };

const Later = v.object({ retryAt: v.string() });
const MINUTE_MS = 60_000;

/** Milliseconds until a refusal ends: a minute, where it does not say or the installation's clock is another. */
function pauseIn(body: string): number {
  const told = v.safeParse(v.pipe(v.string(), v.parseJson(), Later), body);
  const ms = told.success ? Date.parse(told.output.retryAt) - Date.now() : MINUTE_MS;
  return ms > 0 && ms < MINUTE_MS ? ms : MINUTE_MS;
}

/** As many as go into one call: ten, and no more bytes than it takes. */
function* batches(entries: readonly unknown[]): Generator<unknown[]> {
  let batch: unknown[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    if (batch.length > 0 && (batch.length === MAX_EVENTS || bytes + size > MAX_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** @throws HostError when the installation keeps asking for another try; what it took stays */
async function sent(api: PersonApi, events: readonly unknown[]): Promise<{ acked: string[]; rejected: Rejection[] }> {
  const acked: string[] = [];
  const rejected: Rejection[] = [];
  let open = events;
  for (let attempt = 0; attempt <= RESENDS; attempt += 1) {
    const answer: EventsAnswer = read(await api("POST /v1/events", { body: JSON.stringify({ events: open }) }));
    acked.push(...answer.acked);
    rejected.push(...answer.rejected);
    open = open.filter((event) => answer.retry.includes(idOf(event)));
    if (open.length === 0) return { acked, rejected };
  }
  throw new HostError("The installation does not take more just now. Import again in a while: nothing is added twice.");
}
