import type { BackstrideError } from "../../core/error.ts";
import { deleteRow, putRow, queryAll } from "../adapters/table.ts";
import { tooMany } from "../adapters/too-many.ts";
import type { Context } from "./context.ts";
import { sha256, ttlFor } from "./keys.ts";

export type Limit = { readonly kind: string; readonly max: number; readonly windowS: number };

/** Wrong codes and passphrases from one source. Wide, because behind the CDN many people share an edge's address. */
export const SOURCE_LIMIT: Limit = { kind: "source", max: 60, windowS: 900 };
export const LOGIN_LIMIT: Limit = { kind: "login", max: 10, windowS: 900 };
export const RECOVERY_LIMIT: Limit = { kind: "recovery", max: 5, windowS: 900 };
export const PAIR_LIMIT: Limit = { kind: "pair", max: 5, windowS: 600 };
/** Ceremonies and pairings that anybody may start: each leaves a row behind. */
export const START_LIMIT: Limit = { kind: "start", max: 120, windowS: 600 };

/** Takes the attempt back: it was right and shall not count. */
export type Forgive = () => Promise<void>;

/**
 * Counts an attempt *before* it is tried. Every racing attempt is written before anyone counts, so that at most `max` of
 * them see few enough; a refused one takes itself back, so that trying on does not prolong the wait.
 * @throws BackstrideError `too_many`, with when to try again (`retryAtOf`)
 */
export async function attempt(ctx: Context, limit: Limit, key: string): Promise<Forgive> {
  const pk = `L#${limit.kind}#${sha256(key).slice(0, 32)}`;
  const sk = `${stamp(ctx.now)}#${ctx.random(8).toString("hex")}`;
  await putRow({ pk, sk, at: ctx.now, ttl: ttlFor(ctx.now + limit.windowS * 1000) });
  const rows = await queryAll(pk, { from: stamp(ctx.now - limit.windowS * 1000) });
  const forgive = async () => {
    await deleteRow(pk, sk);
  };
  if (rows.length <= limit.max) return forgive;
  await forgive();
  const others = rows.filter((row) => row.sk !== sk).map((row) => Number(row.at));
  throw heldUp(ctx.now, (others[others.length - limit.max] ?? ctx.now) + limit.windowS * 1000);
}

function heldUp(now: number, until: number): BackstrideError {
  const minutes = Math.max(1, Math.ceil((until - now) / 60_000));
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return tooMany(`That was a few tries too many. Please try again in ${wait}.`, until);
}

/** Sorts as text in the order of time. */
const stamp = (ms: number): string => String(ms).padStart(15, "0");
