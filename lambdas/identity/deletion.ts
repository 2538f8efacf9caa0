import { type DeletionReceipt, KEPT_AFTER_DELETION } from "../../core/contract/auth.ts";
import { ACCOUNT_DELETED, type AccountDeleted } from "../../core/contract/bus.ts";
import { BackstrideError } from "../../core/error.ts";
import { key, personKey } from "../adapters/keys.ts";
import { getRow, putRow, type Row } from "../adapters/table.ts";
import type { Context } from "./context.ts";
import { INSTALL } from "./gates.ts";
import { nameKey } from "./keys.ts";

const DAY_MS = 86_400_000;

/**
 * Deletes an account: from the tombstone on nothing of it can be used, and `erase` takes its rows away. Asking again answers
 * the same and starts `erase` again, which repairs a crash between the two.
 */
export async function deleteAccount(ctx: Context, person: string): Promise<DeletionReceipt> {
  const deletedAt = await bury(ctx, person);
  await ctx.emit(ACCOUNT_DELETED, { person } satisfies AccountDeleted);
  const kept = (["archive", "backups", "logs"] as const).map((what) => {
    const until = new Date(Date.parse(deletedAt) + KEPT_AFTER_DELETION[what] * DAY_MS).toISOString();
    return { what, until };
  });
  return { person, deletedAt, kept };
}

/** Writes the tombstone, once, with what the account holds outside of its partition. @returns when */
async function bury(ctx: Context, person: string): Promise<string> {
  const account = await getRow(personKey(person), key.account);
  if (account === null) throw new BackstrideError("not_found", "This account is no longer here.");
  if (typeof account.deletedAt === "string") return account.deletedAt;
  const deletedAt = new Date(ctx.now).toISOString();
  const alive = { expression: "deletedAt = :never", values: { ":never": null } };
  const buried = await putRow({ ...account, deletedAt, elsewhere: elsewhereOf(account) }, alive);
  return buried ? deletedAt : bury(ctx, person);
}

/** The name; and the invite that the account came by, or the installation itself: without its admin it begins anew. */
function elsewhereOf({ name, admin, invite }: Row): { pk: string; sk: string }[] {
  const named = { pk: nameKey(String(name)), sk: "NAME" };
  if (admin === true) return [named, INSTALL];
  return typeof invite === "string" ? [named, { pk: invite, sk: "INV" }] : [named];
}
