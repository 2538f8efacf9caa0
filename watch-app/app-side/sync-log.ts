import { KEYS, type Phone, readJson } from "./phone.ts";

/** One sync: when it was over (Unix ms) and how it went, as one of the codes the settings page has a sentence for. */
export type SyncLine = { readonly at: number; readonly code: string };

const LINES = 8;

export function syncLog(phone: Pick<Phone, "get">): readonly SyncLine[] {
  const kept = readJson(phone.get(KEYS.log))?.lines;
  return Array.isArray(kept) ? (kept as SyncLine[]) : [];
}

/** Notes how a sync went; the newest comes first. */
export function noteSync(phone: Pick<Phone, "get" | "set" | "now">, code: string): void {
  const lines = [{ at: phone.now(), code }, ...syncLog(phone)].slice(0, LINES);
  phone.set(KEYS.log, JSON.stringify({ lines }));
}
