import * as v from "valibot";
import { type EventsAnswer, EventsRequest, type Rejection } from "../../core/contract/api.ts";
import { EVENT_REJECTED, type EventRejected, type LogDetail } from "../../core/contract/bus.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { parse } from "../../core/contract/parse.ts";
import { Id } from "../../core/contract/primitives.ts";
import { BackstrideError } from "../../core/error.ts";
import type { BusEntry, Send } from "../adapters/bus.ts";
import { contentHash } from "../adapters/canonical.ts";
import type { Caller } from "../adapters/http.ts";
import { key, personKey } from "../adapters/keys.ts";
import type { Row } from "../adapters/table.ts";
import { checkEvent, rejectionOf } from "./check.ts";

export type IngestPorts = {
  /** Rows of a person by their sort keys; what was written a moment ago may be missing. */
  readonly glance: (pk: string, sks: readonly string[]) => Promise<(Row | null)[]>;
  readonly send: Send;
  readonly now: () => number;
  readonly traceId: string;
};

type Sorted = { readonly accepted: LogEvent[]; readonly rejected: Rejection[] };

/**
 * Takes events into a person's log. `acked` means that the bus has the event durably; an event that is stored already goes
 * onto the bus again, which repairs whatever a crash left undone behind it.
 * @throws BackstrideError `invalid` when the body as a whole is no list of events
 */
export async function ingest(ports: IngestPorts, caller: Caller, body: unknown): Promise<EventsAnswer> {
  const { events } = parse(EventsRequest, body);
  const checked = withoutRivals(events, caller, ports.now());
  const known = await knownOf(ports, caller.person, checked.accepted);
  const { accepted, rejected } = withoutConflicts(checked, known);
  const receivedAt = new Date(ports.now()).toISOString();
  const details = accepted.map((event) => detailOf(event, caller, receivedAt, ports.traceId));
  const notices = rejected.map((rejection) => noticeOf(rejection, caller.person));
  const durable = await ports.send([...details, ...notices]);
  const rev = known.get(key.plan)?.rev;
  return {
    acked: accepted.flatMap(({ id }, index) => (durable[index] === true ? [id] : [])),
    rejected,
    retry: accepted.flatMap(({ id }, index) => (durable[index] === true ? [] : [id])),
    planRev: typeof rev === "number" ? rev : 0,
  };
}

/** Checks each entry alone. Of entries that claim one id, equal ones become one event; of different ones the first stays. */
function withoutRivals(entries: readonly unknown[], caller: Caller, nowMs: number): Sorted {
  const accepted: LogEvent[] = [];
  const rejected: Rejection[] = [];
  const claimed = new Map<string, string>();
  for (const raw of entries) {
    try {
      const event = checkEvent(raw, caller, nowMs);
      const rival = claimsOf(event).find(({ sk }) => (claimed.get(sk) ?? contentHash(event)) !== contentHash(event));
      if (rival !== undefined) throw conflict(rival.field);
      if (!claimed.has(key.event(event.id))) accepted.push(event);
      for (const { sk } of claimsOf(event)) claimed.set(sk, contentHash(event));
    } catch (error) {
      if (!(error instanceof BackstrideError)) throw error;
      rejected.push(rejectionOf(raw, error));
    }
  }
  return { accepted, rejected };
}

/** By sort key: the rows of the ids that the events use up, and the plan. A glance will do: `record` decides what is a conflict. */
type Known = ReadonlyMap<string, Row | null>;

async function knownOf(ports: IngestPorts, person: string, events: readonly LogEvent[]): Promise<Known> {
  const sks = [key.plan, ...events.flatMap((event) => claimsOf(event).map(({ sk }) => sk))];
  const rows = await ports.glance(personKey(person), sks);
  return new Map(sks.map((sk, index) => [sk, rows[index] ?? null]));
}

function withoutConflicts(sorted: Sorted, known: Known): Sorted {
  const rivals = sorted.accepted.map((event) => storedRival(event, known));
  return {
    accepted: sorted.accepted.filter((_, index) => rivals[index] === undefined),
    rejected: [
      ...sorted.rejected,
      ...sorted.accepted.flatMap((event, index) => {
        const field = rivals[index];
        return field === undefined ? [] : [rejectionOf(event, conflict(field))];
      }),
    ],
  };
}

/** The field whose id is already stored with other content. */
function storedRival(event: LogEvent, known: Known): string | undefined {
  const hash = contentHash(event);
  return claimsOf(event).find(({ sk }) => (known.get(sk)?.hash ?? hash) !== hash)?.field;
}

/** The rows that stand for the ids an event uses up; `record` puts them. */
function claimsOf(event: LogEvent): { sk: string; field: string }[] {
  const own = { sk: key.event(event.id), field: "id" };
  if (event.type !== "session.recorded.v1") return [own];
  return [own, { sk: key.trace(event.data.sessionId), field: "data.sessionId" }];
}

const conflict = (field: string): BackstrideError =>
  new BackstrideError("conflict", `${field} was used before with other content; the first one stays.`, { field });

function detailOf(event: LogEvent, caller: Caller, receivedAt: string, traceId: string): BusEntry {
  const meta: LogDetail["meta"] = {
    id: event.id,
    person: caller.person,
    deviceId: event.deviceId ?? null,
    at: event.at,
    receivedAt,
    causationId: null,
    traceId,
  };
  return { type: event.type, detail: { meta, event } satisfies LogDetail };
}

function noticeOf(rejection: Rejection, person: string): BusEntry {
  const detail: EventRejected = { person, id: v.is(Id, rejection.id) ? rejection.id : null, reason: rejection.code };
  return { type: EVENT_REJECTED, detail };
}
