import { type ReadonlySignal, signal } from "@preact/signals";
import { EventsAnswer, MAX_EVENTS } from "../../../core/contract/api.ts";
import type { LogEvent } from "../../../core/contract/event.ts";
import { BackstrideError } from "../../../core/error.ts";
import { t } from "../i18n/t.ts";
import type { Client } from "./client.ts";
import { refusalOf } from "./refusal.ts";
import type { Shelf } from "./shelf.ts";

/** An event on its way, with whose it is: another person at the same browser must not send it. */
export type Waiting = { readonly person: string; readonly event: LogEvent };
export type OutboxPorts = {
  readonly client: Pick<Client, "post">;
  readonly shelf: Shelf<Waiting>;
  /** Who is signed in. */
  readonly person: () => string | null;
  /** Told of an earlier entry that the service will never take: nobody waits for its answer any more. */
  readonly onRefused: (error: BackstrideError) => void;
};
export type Outbox = ReturnType<typeof createOutbox>;
type Refused = ReadonlyMap<string | null, BackstrideError>;

/** What the person told, kept until the service has it: persist, then show, then send. Only an answer about its id clears an entry. */
export function createOutbox({ client, shelf, person, onRefused }: OutboxPorts) {
  const waiting = signal<readonly LogEvent[]>([]);
  let sending: Promise<unknown> = Promise.resolve();

  async function left(): Promise<LogEvent[]> {
    const mine = (await shelf.all()).filter((entry) => entry.person === person()).map(({ event }) => event);
    waiting.value = mine;
    return mine;
  }

  /** @throws BackstrideError when the service does not answer, or takes nothing for now */
  async function send(wanted: string | null): Promise<BackstrideError | undefined> {
    let own: BackstrideError | undefined;
    for (let events = await left(); events.length > 0; events = await left()) {
      const answer = await client.post("/v1/events", EventsAnswer, { events: events.slice(0, MAX_EVENTS) });
      const refused = refusalsIn(answer);
      const done = [...answer.acked, ...refused.keys()].filter((id) => id !== null);
      for (const id of done) await shelf.remove(id);
      own = refused.get(wanted) ?? own;
      for (const [id, error] of refused) if (id !== wanted) onRefused(error);
      if (done.length === 0) throw new BackstrideError("unavailable", t("error.unavailable"), { retryable: true });
    }
    return own;
  }

  /** One round at a time, so that no two send the same. */
  function inTurn(wanted: string | null): Promise<BackstrideError | undefined> {
    const turn = sending.catch(() => undefined).then(() => send(wanted));
    sending = turn;
    return turn;
  }

  return {
    /** The entries of this person that wait, oldest first. */
    waiting: waiting as ReadonlySignal<readonly LogEvent[]>,
    /** Sends what waits; what cannot go now goes on waiting. */
    flush: async (): Promise<void> => void (await inTurn(null).catch(() => undefined)),
    /** Drops whatever a person has here, because there is no account any more that could have it. */
    async forget(gone: string): Promise<void> {
      for (const entry of await shelf.all()) if (entry.person === gone) await shelf.remove(entry.event.id);
      await left();
    },
    /** Keeps an event, then sends it. Resolves to whether the service has it; false: it waits here. @throws BackstrideError when it is refused for good */
    async add(event: LogEvent): Promise<boolean> {
      const owner = person();
      if (owner === null) throw new BackstrideError("unauthorized", t("error.unauthorized"));
      await shelf.put(event.id, { person: owner, event });
      const outcome = await inTurn(event.id).catch(() => "waits" as const);
      if (outcome instanceof BackstrideError) throw outcome;
      return outcome !== "waits";
    },
  };
}

function refusalsIn({ rejected }: EventsAnswer): Refused {
  const error = ({ code, field, message }: EventsAnswer["rejected"][number]) =>
    refusalOf({ code, field: field?.replace(/^data\./, ""), detail: message });
  return new Map(rejected.map((refusal) => [refusal.id, error(refusal)]));
}
