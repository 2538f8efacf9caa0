import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { BUS_SOURCE } from "../../core/contract/bus.ts";
import { BackstrideError } from "../../core/error.ts";
import { clientOf } from "./client.ts";
import { log } from "./log.ts";
import { jitter, type Pause } from "./pause.ts";

export type BusEntry = { readonly type: string; readonly detail: unknown };

/** Puts entries on the bus. One answer per entry, in order: true when the bus has it durably. */
export type Send = (entries: readonly BusEntry[]) => Promise<boolean[]>;

/** Puts one entry on the bus. @throws BackstrideError `unavailable`, retryable, when the bus does not take it. */
export type Emit = (type: string, detail: unknown) => Promise<void>;

const MAX_ENTRIES = 10;
const RESENDS = 2;

const client = new EventBridgeClient(clientOf("EVENTBRIDGE"));
const EventBusName = process.env.BUS_NAME ?? "backstride";

const putEvents: Send = async (entries) => {
  const answer = await client.send(
    new PutEventsCommand({
      // `Time` stays unset: an archive replays by the bus's own clock, never by a device's.
      Entries: entries.map(({ type, detail }) => ({
        EventBusName,
        Source: BUS_SOURCE,
        DetailType: type,
        Detail: JSON.stringify(detail),
      })),
    }),
  );
  return entries.map((_, index) => answer.Entries?.[index]?.EventId !== undefined);
};

/** PutEvents answers 200 also when it took only some entries, so the others are sent again, twice. */
export function resending(put: Send, pause: Pause): Send {
  return async (entries) => {
    const durable = entries.map(() => false);
    for (let attempt = 0; attempt <= RESENDS; attempt += 1) {
      const open = durable.flatMap((done, index) => (done ? [] : [index]));
      if (open.length === 0) break;
      if (attempt > 0) await pause(attempt);
      const chunk = open.flatMap((index) => entries[index] ?? []);
      const taken = await put(chunk).catch(noneTaken);
      open.forEach((index, place) => {
        durable[index] = taken[place] === true;
      });
    }
    return durable;
  };
}

function noneTaken(error: unknown): boolean[] {
  log("warn", "bus unreachable", { error: error instanceof Error ? error.name : "unknown" });
  return [];
}

const sendChunk = resending(putEvents, jitter);

/** Any number of entries, ten at a time. */
export const send: Send = async (entries) => {
  const durable: boolean[] = [];
  for (let start = 0; start < entries.length; start += MAX_ENTRIES) {
    durable.push(...(await sendChunk(entries.slice(start, start + MAX_ENTRIES))));
  }
  return durable;
};

/** Sends the entries of one turn together; answers for each whether the bus has it. */
export function gathering(put: Send): (entry: BusEntry) => Promise<boolean> {
  const waiting: BusEntry[] = [];
  let answer: Promise<boolean[]> = Promise.resolve([]);
  const go = () => put(waiting.splice(0));
  return async (entry) => {
    if (waiting.length === 0) answer = new Promise<void>((done) => setImmediate(done)).then(go);
    const place = waiting.push(entry) - 1;
    return (await answer)[place] === true;
  };
}

const put = gathering(send);

export const emit: Emit = async (type, detail) => {
  if (await put({ type, detail })) return;
  throw new BackstrideError("unavailable", `The bus did not take ${type}.`, { retryable: true });
};
