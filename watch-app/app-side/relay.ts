import { unpack } from "../logic/pack.ts";
import { packStanding } from "../logic/standing.ts";
import { asciiJson } from "../store/ascii.ts";
import { crc32 } from "../store/crc.ts";
import { call, type Trouble } from "./account.ts";
import { tellStatus } from "./pairing.ts";
import { KEYS, type Phone, sourceOf } from "./phone.ts";
import { hasSound, isReminding, sendWish } from "./preferences.ts";
import { noteSync } from "./sync-log.ts";

type Event = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>> & { readonly code: "ok" | Trouble };

function trouble(phone: Phone, code: Trouble): Answer {
  // Without a pairing the settings page has its own news: how the pairing goes.
  if (code !== "unpaired") {
    noteSync(phone, code);
    tellStatus(phone, code);
  }
  return { code };
}

/** W3C Trace Context. The id of the first record is the trace's: from the watch to the plan, every log line can be found by it. */
function tracing(events: readonly Event[]): Readonly<Record<string, string>> {
  const id = String(events[0]?.id ?? "").replace(/-/g, "");
  return /^[0-9a-f]{32}$/.test(id) ? { traceparent: `00-${id}-${id.slice(16)}-01` } : {};
}

/** A body that is refused as a whole is sent record by record, so that one of them cannot block the others. */
async function postEvents(phone: Phone, events: readonly Event[]): Promise<Answer> {
  const outcome = await call(phone, "POST", "/v1/events", { events }, tracing(events));
  if ("trouble" in outcome) return trouble(phone, outcome.trouble);
  const { status, body } = outcome.reply as { status: number; body: Readonly<Record<string, unknown>> };
  if (status === 200 || status === 202) {
    return { code: "ok", acked: body.acked ?? [], rejected: body.rejected ?? [], retry: body.retry ?? [] };
  }
  if (status === 404) return trouble(phone, "address");
  if (events.length > 1) return oneByOne(phone, events);
  const [event] = events;
  const rejected = [{ id: event?.id ?? null, code: body.code ?? "invalid", message: body.detail ?? "" }];
  return { code: "ok", acked: [], rejected, retry: [] };
}

async function oneByOne(phone: Phone, events: readonly Event[]): Promise<Answer> {
  const all = { acked: [] as unknown[], rejected: [] as unknown[], retry: [] as unknown[] };
  for (const event of events) {
    const answer = await postEvents(phone, [event]);
    if (answer.code !== "ok") return answer;
    for (const list of ["acked", "rejected", "retry"] as const) all[list].push(...(answer[list] as unknown[]));
  }
  return { code: "ok", ...all };
}

async function getPlan(phone: Phone, params: Event): Promise<Answer> {
  if (typeof params.device === "string" && params.device !== "") phone.set(KEYS.model, params.device);
  phone.set(KEYS.waiting, String(Number(params.waiting) || 0));
  await sendWish(phone, -new Date(phone.now()).getTimezoneOffset());
  if (Number(params.settleMs) > 0) await phone.wait(Number(params.settleMs));
  const outcome = await call(phone, "GET", "/v1/plan", null);
  if ("trouble" in outcome) return trouble(phone, outcome.trouble);
  if (outcome.reply.status !== 200) return trouble(phone, outcome.reply.status === 404 ? "address" : "later");
  const { profile } = outcome.reply.body as { readonly profile?: object };
  if (profile !== undefined) phone.set(KEYS.profile, JSON.stringify(profile));
  phone.set(KEYS.lastSync, String(phone.now()));
  tellStatus(phone, "ok");
  noteSync(phone, "ok");
  return { code: "ok", answer: outcome.reply.body, phone: { reminder: isReminding(phone), sound: hasSound(phone) } };
}

/** Longest part of the standing in one message: links lose messages of many kilobytes. */
const PART = 3_000;

/** What the watch decides from without a network, part by part; only its checksum when the watch has it already. */
async function getStanding(phone: Phone, { have, from }: Event): Promise<Answer> {
  const outcome = await call(phone, "GET", "/v1/checkpoint", null);
  if ("trouble" in outcome) return { code: outcome.trouble };
  const standing = outcome.reply.status === 200 ? packStanding(outcome.reply.body) : null;
  if (standing === null) return { code: "later" };
  const text = asciiJson(standing);
  const crc = crc32(text);
  const start = Number(from) || 0;
  return { code: "ok", crc, total: text.length, part: have === crc ? "" : text.slice(start, start + PART) };
}

/** Answers a request of the watch; null for one that is not known. */
export async function relay(phone: Phone, method: string, params: Event): Promise<Answer | null> {
  if (method === "backstride.events" && Array.isArray(params.events)) {
    phone.set(KEYS.waiting, String(Number(params.waiting) || 0));
    const events = (params.events as Event[]).map((event) => ({ ...unpack(event), source: sourceOf(phone) }));
    return postEvents(phone, events);
  }
  if (method === "backstride.standing") return getStanding(phone, params);
  return method === "backstride.plan" ? getPlan(phone, params) : null;
}
