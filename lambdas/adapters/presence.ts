import { key, personKey } from "./keys.ts";
import { getRow, PRESENT, putRow, type Row } from "./table.ts";

const AGAIN_AFTER_MS = 60_000;

/**
 * Notes that a device was here, at most once a minute; false when it is not paired (any more), whatever happened in between.
 * @param now epoch milliseconds
 */
export async function deviceSeen(person: string, device: string, now: number): Promise<boolean> {
  const row = await getRow(personKey(person), key.device(device));
  if (row === null) return false;
  const noted = typeof row.lastSeenAt === "string" ? Date.parse(row.lastSeenAt) : 0;
  if (now - noted < AGAIN_AFTER_MS) return true;
  return putRow({ ...row, lastSeenAt: new Date(now).toISOString() }, PRESENT);
}

/** The account's row, a tombstone too; null when there was never one. */
export const accountRow = (person: string): Promise<Row | null> => getRow(personKey(person), key.account);

/** The account's row while the account stands; null when it was deleted, or never made. */
export async function standingAccount(person: string): Promise<Row | null> {
  const row = await accountRow(person);
  return row?.deletedAt == null ? row : null;
}

/** Counts how often a person signed out everywhere: browsers of an earlier epoch are signed out. */
export const epochOf = async (person: string): Promise<number> => epochIn(await standingAccount(person));

export const epochIn = (account: Row | null): number => (typeof account?.epoch === "number" ? account.epoch : 0);
