import { ECDH } from "node:crypto";
import type { PushInfo, PushSubscribe, PushSubscriptionInfo } from "../../core/contract/push.ts";
import { BackstrideError } from "../../core/error.ts";
import { pushEndpoint } from "../adapters/endpoint.ts";
import { key, personKey } from "../adapters/keys.ts";
import { pushKey } from "../adapters/push-key.ts";
import { deleteRow, getRow, PRESENT, putRow, queryAll, type Row } from "../adapters/table.ts";
import type { Context } from "./context.ts";
import { sha256 } from "./keys.ts";

/** Browsers that a person uses; the longest-known goes when one more comes. */
const MAX_SUBSCRIPTIONS = 10;

export async function pushInfo(person: string): Promise<PushInfo> {
  const [point, rows] = await Promise.all([pushKey(), subscriptionsOf(person)]);
  return { publicKey: point.toString("base64url"), subscriptions: rows.map(infoOf) };
}

/**
 * Reminds this browser from now on; the same subscription again changes nothing.
 * @throws BackstrideError `invalid` (field `endpoint` or `keys.p256dh`)
 */
export async function subscribe(ctx: Context, person: string, wanted: PushSubscribe): Promise<PushSubscriptionInfo> {
  const { endpoint, keys, name } = wanted;
  if (pushEndpoint(endpoint, ctx.site.rpId === "localhost") === null) {
    throw new BackstrideError("invalid", "endpoint must be an https address of a push service.", { field: "endpoint" });
  }
  refuseOffCurve(keys.p256dh);
  const [pk, sk] = [personKey(person), key.push(sha256(endpoint))];
  // What it was told last stays known: a reminder that is just being tried again is not said twice.
  const known = await getRow(pk, sk);
  const row = { createdAt: new Date(ctx.now).toISOString(), ...known, pk, sk, endpoint, ...keys, name };
  await putRow(row);
  const newestFirst = (await subscriptionsOf(person)).reverse();
  for (const { pk, sk } of newestFirst.slice(MAX_SUBSCRIPTIONS)) await deleteRow(pk, sk);
  return infoOf(row);
}

export async function unsubscribe(person: string, id: string): Promise<void> {
  if (await deleteRow(personKey(person), key.push(id), PRESENT)) return;
  throw new BackstrideError("not_found", "There is no such browser among those that are reminded.", { field: "id" });
}

/** Oldest first. */
async function subscriptionsOf(person: string): Promise<Row[]> {
  const rows = await queryAll(personKey(person), { prefix: key.push("") });
  return rows.sort((a, b) => String(a.createdAt).localeCompare(String(b.createdAt)));
}

function refuseOffCurve(p256dh: string): void {
  try {
    ECDH.convertKey(p256dh, "prime256v1", "base64url");
  } catch (cause) {
    throw new BackstrideError("invalid", "keys.p256dh is not a point of P-256.", { field: "keys.p256dh", cause });
  }
}

const infoOf = ({ sk, name, createdAt }: Row): PushSubscriptionInfo => ({
  id: sk.slice(key.push("").length),
  name: String(name),
  createdAt: String(createdAt),
});
