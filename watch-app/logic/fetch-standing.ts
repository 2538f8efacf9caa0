import { crc32 } from "../store/crc.ts";
import { readStanding, type Standing } from "./standing.ts";
import type { Ask } from "./sync.ts";

export type Fetched = { readonly crc: string; readonly standing: Standing };

const MAX_PARTS = 20;

type Part = { readonly code?: string; readonly crc?: string; readonly total?: number; readonly part?: string };

/**
 * Fetches the standing part by part. Null when the phone has none, or it changed meanwhile: the next sync tries again.
 * @param have checksum of the one at hand
 * @returns `same` when that is still the newest
 */
export async function fetchStanding(phone: Ask, have: string | null): Promise<Fetched | "same" | null> {
  let text = "";
  let first: string | undefined;
  for (let turn = 0; turn < MAX_PARTS; turn += 1) {
    const answer = (await phone("backstride.standing", { have, from: text.length })) as Part | null;
    const { code, crc, total = 0, part = "" } = answer ?? {};
    if (code !== "ok" || crc === undefined || (first !== undefined && crc !== first)) return null;
    if (crc === have) return "same";
    first = crc;
    text += part;
    if (part === "" || text.length >= total) break;
  }
  const standing = crc32(text) === first ? readStanding(JSON.parse(text)) : null;
  return standing === null || first === undefined ? null : { crc: first, standing };
}
