import { KEYS, type Phone, readJson } from "./phone.ts";

/** A phone's clock may be wrong; it holds nothing up for longer than this. */
const LONGEST_MS = 600_000;

/** Notes until when a server wants nothing more at `url` (429), by the `retryAt` of its answer. Without one nobody knows, and the next sync tries. */
export function noteHold(phone: Pick<Phone, "set">, url: string, body: unknown): void {
  const retryAt = (body as Readonly<Record<string, unknown>> | null)?.retryAt;
  const until = typeof retryAt === "string" ? Date.parse(retryAt) : Number.NaN;
  if (until > 0) phone.set(KEYS.hold, JSON.stringify({ url, until }));
}

/** Whether that time is not over yet. What waits stays where it is: on the watch, and the choice of the phone in its settings. */
export function isHeld(phone: Pick<Phone, "get" | "now">, url: string): boolean {
  const hold = readJson(phone.get(KEYS.hold));
  const leftMs = hold?.url === url ? Number(hold.until) - phone.now() : 0;
  return leftMs > 0 && leftMs <= LONGEST_MS;
}
