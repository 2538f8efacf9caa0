import { getRow, putRow } from "./table.ts";

const PRESENT = { expression: "attribute_exists(pk)" };
const AGAIN_AFTER_MS = 60_000;

/**
 * Notes that a device was here, at most once a minute; false when it is not paired (any more), whatever happened in between.
 * @param now epoch milliseconds
 */
export async function deviceSeen(person: string, device: string, now: number): Promise<boolean> {
  const row = await getRow(`U#${person}`, `D#${device}`);
  if (row === null) return false;
  const noted = typeof row.lastSeenAt === "string" ? Date.parse(row.lastSeenAt) : 0;
  if (now - noted < AGAIN_AFTER_MS) return true;
  return putRow({ ...row, lastSeenAt: new Date(now).toISOString() }, PRESENT);
}
