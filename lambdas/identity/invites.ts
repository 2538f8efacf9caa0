import type { Invite, InviteList } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { personKey } from "../adapters/keys.ts";
import { ABSENT, deleteRow, getRow, putRow, queryAll, type Row } from "../adapters/table.ts";
import { accountOf } from "./accounts.ts";
import type { Context } from "./context.ts";
import { inviteKey, ttlFor } from "./keys.ts";

const WEEK_MS = 7 * 86_400_000;
const MAX_OPEN = 20;
const NOTE = "INV#";

/*
 * An invite is a row under the hash of its code, which whoever has the code finds; and a note of it among the admin's own rows,
 * which the list is read from. The note goes first: an invite that nobody can list is never usable.
 */

/** A code with which one other person may make an account. @throws BackstrideError `forbidden` unless the caller is admin, `conflict` */
export async function invite(ctx: Context, person: string): Promise<Invite> {
  await requireAdmin(person);
  if ((await openInvites(ctx, person)).length >= MAX_OPEN) {
    throw new BackstrideError("conflict", `There are ${MAX_OPEN} open invites at most. Take one back first.`);
  }
  const code = (ctx.random(10).toString("hex").match(/.{5}/g) ?? []).join("-");
  const expiresAt = ctx.now + WEEK_MS;
  const row = { pk: inviteKey(code), sk: "INV", createdBy: person, expiresAt, ttl: ttlFor(expiresAt) };
  const { pk, sk, ttl } = row;
  await putRow({ pk: personKey(person), sk: pk, expiresAt, ttl, elsewhere: [{ pk, sk }] }, ABSENT);
  await putRow(row, ABSENT);
  return { id: pk.slice(NOTE.length), code, expiresAt: new Date(expiresAt).toISOString() };
}

/** @throws BackstrideError `forbidden` */
export async function listInvites(ctx: Context, person: string): Promise<InviteList> {
  await requireAdmin(person);
  const open = await openInvites(ctx, person);
  return { invites: open.map(({ pk, expiresAt }) => ({ id: pk.slice(NOTE.length), expiresAt: instant(expiresAt) })) };
}

/** Takes an invite back, unless it was used meanwhile. @throws BackstrideError `forbidden`, `not_found` */
export async function revokeInvite(person: string, id: string): Promise<void> {
  await requireAdmin(person);
  const unused = {
    expression: "attribute_not_exists(claimedBy) AND createdBy = :person",
    values: { ":person": person },
  };
  if (!(await deleteRow(NOTE + id, "INV", unused))) {
    throw new BackstrideError("not_found", "There is no such invite, or it was used already.", { field: "id" });
  }
  await deleteRow(personKey(person), NOTE + id);
}

async function openInvites(ctx: Context, person: string): Promise<Row[]> {
  const notes = await queryAll(personKey(person), { prefix: NOTE });
  const rows = await Promise.all(notes.map(({ sk }) => getRow(sk, "INV")));
  return rows.flatMap((row) =>
    row !== null && row.claimedBy === undefined && Number(row.expiresAt) > ctx.now ? [row] : [],
  );
}

async function requireAdmin(person: string): Promise<void> {
  if ((await accountOf(person))?.admin === true) return;
  throw new BackstrideError("forbidden", "Only the admin of this installation can invite.");
}

const instant = (ms: unknown): string => new Date(Number(ms)).toISOString();
