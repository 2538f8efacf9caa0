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
    return withPerson({ url: values.url, person: values.person }, (api) => importAll(api, entries, output));
  },
};

async function importAll(api: PersonApi, entries: readonly unknown[], { say, warn }: Output): Promise<number> {
  let kept = 0;
  let refused = 0;
  for (const events of batches(entries)) {
    const { acked, rejected } = await sent(api, events);
    kept += acked.length;
    refused += rejected.length;
    for (const { id, code, message } of rejected) warn(`${id ?? "without an id"}: ${code}: ${message}`);
  }
  say(`${counted(kept, "event")} kept, ${refused} refused.`);
  return refused === 0 ? 0 : WRONG_CODE;
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
    open = open.filter((event) => answer.retry.includes(String((event as { id?: unknown }).id)));
    if (open.length === 0) return { acked, rejected };
  }
  throw new HostError("The installation does not take more just now. Import again in a while: nothing is added twice.");
}
