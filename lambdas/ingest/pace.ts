import { createHash } from "node:crypto";
import type { Caller } from "../adapters/http.ts";
import { tooMany } from "../adapters/too-many.ts";

/** Adds one to the count of a row, unless that is `max` already; false: it is. */
export type Count = (pk: string, sk: string, max: number, ttl: number) => Promise<boolean>;
export type Pace = (caller: Caller, now: number) => Promise<void>;

const WINDOW_MS = 60_000;
/** So many requests of a minute this process counts by itself. Nobody needs more for a session, so an ordinary one costs no write. */
const AT_HAND = 20;
/** Counted in the table, so however many processes answer. A watch that was away for a year is through in two minutes. */
const DEVICE_MAX = 100;
/** A person's browser goes on while one of their watches is held up. */
const ACCOUNT_MAX = 300;

type Seen = { asked: number; over: boolean };

/**
 * Holds up who posts in a loop: a device, and an account with all its devices, by the minute. Who is over is refused from memory, so
 * a loop costs no more than its first hundred requests of a minute.
 * @throws BackstrideError `too_many`, with when to try again
 */
export function pacing(count: Count): Pace {
  let window = 0;
  const seen = new Map<string, Seen>();
  const within = async (key: string, max: number): Promise<boolean> => {
    const of = seen.get(key) ?? { asked: 0, over: false };
    seen.set(key, of);
    of.asked += 1;
    if (of.over || of.asked <= AT_HAND) return !of.over;
    of.over = !(await count(partitionOf(key), String(window), max, (window * WINDOW_MS) / 1000 + 120));
    return !of.over;
  };
  return async ({ person, deviceId }, now) => {
    const current = Math.floor(now / WINDOW_MS);
    if (current !== window) seen.clear();
    window = current;
    const device = deviceId === null || (await within(`${person} ${deviceId}`, DEVICE_MAX));
    if (device && (await within(person, ACCOUNT_MAX))) return;
    const until = (current + 1) * WINDOW_MS;
    throw tooMany("Too much came at once. Keep what was not taken, and send it again in a minute.", until);
  };
}

/** Beside the other limits, by a hash: it outlives a deletion by two minutes and must name nobody. */
const partitionOf = (key: string): string => `L#events#${createHash("sha256").update(key).digest("hex").slice(0, 32)}`;
