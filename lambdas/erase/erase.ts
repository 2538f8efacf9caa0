import type { AccountDeleted } from "../../core/contract/bus.ts";
import { key, personKey } from "../adapters/keys.ts";
import type { HasTime } from "../adapters/pause.ts";
import type { Schedule } from "../adapters/scheduler.ts";
import { type Condition, deleteRow, getRow, putRow, queryRows, type Row } from "../adapters/table.ts";
import { eraseQuarantine } from "./quarantined.ts";

export type ErasePorts = {
  readonly schedule: Schedule<{ readonly detail: AccountDeleted }>;
  readonly hasTime: HasTime;
  readonly now: () => number;
};

/** No function runs longer than ten seconds, so whoever had not seen the tombstone has finished by then. */
const SETTLED_MS = 30_000;
const LOOK_AGAIN_MS = 60_000;
const AT_ONCE = 25;

/**
 * Erases everything that a deleted account held, but its tombstone. Safe to run any number of times: what is gone is gone, and
 * only the account's own row, which goes last, says what belongs to it elsewhere.
 *
 *   tombstone ── nobody is let in any more ── first run ────────── 30 s ── second look
 *        └── a function that started before may still write a row ──┘           └── finds it
 *
 * A person without a tombstone is left alone, whoever asks.
 */
export async function erase(ports: ErasePorts, person: string): Promise<void> {
  const account = await getRow(personKey(person), key.account);
  if (typeof account?.deletedAt !== "string") return;
  await ports.schedule(person, null);
  const done = await eraseRows(ports, person);
  const nowMs = ports.now();
  if (!done || nowMs < Date.parse(account.deletedAt) + SETTLED_MS) {
    await ports.schedule(lookAgain(person), { atMs: nowMs + LOOK_AGAIN_MS, input: { detail: { person } } });
    return;
  }
  await deleteElsewhere(person, account);
  const { pk, sk, deletedAt, epoch } = account;
  await putRow({ pk, sk, deletedAt, epoch, erasedAt: account.erasedAt ?? new Date(nowMs).toISOString() });
  // An alarm that has rung stays until it is taken away, and its name is the person's.
  await ports.schedule(lookAgain(person), null);
}

/** A name of its own: a late run of `plan` may set or clear the person's alarm. */
const lookAgain = (person: string): string => `${person}-erase`;

/** Everything in the person's partition but the account, and what those rows point to. False: there was no time for all. */
async function eraseRows({ hasTime, now }: ErasePorts, person: string): Promise<boolean> {
  let after: string | null = null;
  do {
    if (!hasTime()) return false;
    const page = await queryRows(personKey(person), { after, limit: AT_ONCE });
    await Promise.all(page.rows.filter(({ sk }) => sk !== key.account).map((row) => eraseRow(person, row)));
    after = page.next;
  } while (after !== null);
  return eraseQuarantine(person, now(), hasTime);
}

async function eraseRow(person: string, row: Row): Promise<void> {
  await deleteElsewhere(person, row);
  await deleteRow(row.pk, row.sk);
}

/** A row outside of the partition goes only while it is still this person's: a name may have a new owner. */
async function deleteElsewhere(person: string, { elsewhere }: Row): Promise<void> {
  const mine: Condition = {
    expression: "attribute_not_exists(pk) OR person = :person OR claimedBy = :person OR createdBy = :person",
    values: { ":person": person },
  };
  const keys = Array.isArray(elsewhere) ? (elsewhere as { pk: string; sk: string }[]) : [];
  for (const { pk, sk } of keys) await deleteRow(pk, sk, mine);
}
