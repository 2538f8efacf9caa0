import { createHash } from "node:crypto";
import * as v from "valibot";
import { EVENT_REJECTED, type EventRejected } from "../../core/contract/bus.ts";
import { Id } from "../../core/contract/primitives.ts";
import type { Emit } from "../adapters/bus.ts";
import { QUARANTINE_DAYS, QUARANTINE_SHARDS, quarantineKey } from "../adapters/keys.ts";
import { metric } from "../adapters/log.ts";
import { isDeleted } from "../adapters/people.ts";
import type { Store } from "../adapters/store.ts";
import type { Delivery } from "./record.ts";

const KEPT_S = QUARANTINE_DAYS * 86_400;

type QuarantinePorts = {
  readonly store: Pick<Store, "glance" | "put">;
  readonly emit: Emit;
  readonly now: () => number;
};

/** Enough of the detail to say whose event it is, whatever else is wrong with it. */
const Named = v.object({ meta: v.object({ person: Id, id: v.optional(Id) }) });

/**
 * Puts an event aside for an operator, for a month, and says so on the bus without its body. Never throws for bad content.
 * Of a deleted person nothing is kept here either.
 */
export async function quarantine(ports: QuarantinePorts, { id, detail }: Delivery, reason: string): Promise<void> {
  const named = v.safeParse(Named, detail);
  if (named.success && (await isDeleted(ports.store, named.output.meta.person))) return;
  const nowMs = ports.now();
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const shard = (createHash("sha256").update(id).digest()[0] ?? 0) % QUARANTINE_SHARDS;
  const ttl = Math.floor(nowMs / 1000) + KEPT_S;
  await ports.store.put({ pk: quarantineKey(day, shard), sk: id, ttl, reason, detail: JSON.stringify(detail) });
  metric("EventsQuarantined", 1);
  if (!named.success) return;
  const { person, id: eventId } = named.output.meta;
  await ports.emit(EVENT_REJECTED, { person, id: eventId ?? null, reason } satisfies EventRejected);
}
