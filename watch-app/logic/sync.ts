import type { Outbox, Refusal, WatchEvent } from "../store/outbox.ts";
import { pack } from "./pack.ts";
import { readPlanAnswer, type WatchPlan } from "./plan.ts";

/** Asks the phone; rejects with an object whose `code` is a number when the phone does not answer. */
export type Ask = (method: string, params: object) => Promise<unknown>;

/**
 * How a sync went. `phone`: the phone or its app did not answer; `unpaired`, `revoked`: pair on the phone; `address`: nothing
 * that is Backstride answers there; `later`: the server asks to try again; `full`: the new plan does not fit on the watch;
 * `ok`: everything sent and the plan is new.
 */
export type SyncCode = "ok" | "phone" | "unpaired" | "revoked" | "address" | "later" | "full";
export type SyncResult = { readonly code: SyncCode; readonly left: number; readonly refused: number };

/** Over Bluetooth a message should stay small; the server takes ten events at most. */
const BATCH_CHARACTERS = 4_000;
const BATCH_EVENTS = 10;

const CODES: readonly string[] = ["ok", "unpaired", "revoked", "address", "later"];

type Answer = { readonly code: SyncCode; readonly body: Readonly<Record<string, unknown>> };

async function ask(phone: Ask, method: string, params: object): Promise<Answer> {
  try {
    const body = (await phone(method, params)) as Readonly<Record<string, unknown>> | null;
    const code = body === null || typeof body !== "object" ? "" : String(body.code);
    return CODES.includes(code) ? { code: code as SyncCode, body: body ?? {} } : { code: "phone", body: {} };
  } catch {
    return { code: "phone", body: {} };
  }
}

/** The oldest records that fit into one message; at least one. */
export function batchOf(waiting: readonly WatchEvent[], { whole }: Pick<Outbox, "whole">): readonly WatchEvent[] {
  const batch: WatchEvent[] = [];
  let size = 0;
  for (const { id } of waiting) {
    const event = whole(id);
    if (event === null) continue;
    size += JSON.stringify(pack(event)).length;
    if (batch.length > 0 && (size > BATCH_CHARACTERS || batch.length === BATCH_EVENTS)) break;
    batch.push(event);
  }
  return batch;
}

const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id) => typeof id === "string") : []);

const refusalsOf = (value: unknown): Refusal[] => (Array.isArray(value) ? (value as Refusal[]) : []);

/** Sends what waits, batch by batch, one request at a time. A batch that changes nothing ends it. */
async function send(phone: Ask, outbox: Outbox): Promise<SyncCode> {
  for (let waiting = outbox.waiting(); waiting.length > 0; waiting = outbox.waiting()) {
    const events = batchOf(waiting, outbox).map(pack);
    if (events.length === 0) continue;
    const { code, body } = await ask(phone, "backstride.events", { events, waiting: waiting.length });
    if (code !== "ok") return code;
    outbox.settle(idsOf(body.acked), refusalsOf(body.rejected));
    if (outbox.waiting().length >= waiting.length) return "later";
  }
  return "ok";
}

/**
 * Sends the outbox, then fetches the plan. Nothing leaves the outbox but what the server acknowledged or refused by its id.
 * @param keep stores a plan, and what was chosen on the phone; false when they do not fit; only called with a plan that can be followed
 * @param after what else to ask for once the plan is there; how it goes changes nothing
 */
export async function sync(
  phone: Ask,
  outbox: Outbox,
  keep: (plan: WatchPlan, phone: unknown) => boolean,
  device: string,
  after: (phone: Ask) => Promise<void> = () => Promise.resolve(),
): Promise<SyncResult> {
  const sending = outbox.waiting().length > 0;
  const sent = await send(phone, outbox);
  const result = (code: SyncCode): SyncResult => ({
    code,
    left: outbox.waiting().length,
    refused: outbox.refused().length,
  });
  if (sent !== "ok" && sent !== "later") return result(sent);
  // The cloud needs a moment to work the new records in before its plan is worth asking for.
  const { code, body } = await ask(phone, "backstride.plan", {
    settleMs: sending ? 2_000 : 0,
    device,
    waiting: outbox.waiting().length,
  });
  if (code !== "ok") return result(code);
  const plan = readPlanAnswer(body.answer);
  if (plan === null) return result("later");
  const kept = keep(plan, body.phone);
  await after(phone).catch((error: unknown) => console.log("sync", String(error)));
  return result(kept ? sent : "full");
}
