import { BackstrideError } from "../../core/error.ts";
import { key, personKey } from "../adapters/keys.ts";
import { epochIn, standingAccount } from "../adapters/presence.ts";
import { type Condition, deleteRow, putRow, queryAll } from "../adapters/table.ts";

/** Signs every browser out, at its next request, and stops the reminders to all of them. Watches stay: they are removed one by one. */
export async function signOutEverywhere(person: string): Promise<void> {
  await nextEpoch(person);
  const rows = await queryAll(personKey(person), { prefix: key.push("") });
  await Promise.all(rows.map(({ pk, sk }) => deleteRow(pk, sk)));
}

/** Ends the epoch of an account: a browser's tokens name the one they are of. */
export async function nextEpoch(person: string): Promise<void> {
  const account = await standingAccount(person);
  if (account === null) throw new BackstrideError("not_found", "This account is no longer here.");
  const epoch = epochIn(account);
  const first = epoch === 0 ? "attribute_not_exists(epoch) OR " : "";
  const unchanged: Condition = {
    expression: `deletedAt = :never AND (${first}epoch = :epoch)`,
    values: { ":never": null, ":epoch": epoch },
  };
  if (!(await putRow({ ...account, epoch: epoch + 1 }, unchanged))) await nextEpoch(person);
}
