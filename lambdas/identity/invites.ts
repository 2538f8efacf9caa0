import type { Invite } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { ABSENT, putRow } from "../adapters/table.ts";
import { accountOf } from "./accounts.ts";
import type { Context } from "./context.ts";
import { inviteKey, ttlFor } from "./keys.ts";

const WEEK_MS = 7 * 86_400_000;

/** A code with which one other person may make an account. @throws BackstrideError `forbidden` unless the caller is admin */
export async function invite(ctx: Context, person: string): Promise<Invite> {
  const account = await accountOf(person);
  if (account?.admin !== true)
    throw new BackstrideError("forbidden", "Only the admin of this installation can invite.");
  const code = (ctx.random(10).toString("hex").match(/.{5}/g) ?? []).join("-");
  const expiresAt = ctx.now + WEEK_MS;
  await putRow({ pk: inviteKey(code), sk: "INV", createdBy: person, expiresAt, ttl: ttlFor(expiresAt) }, ABSENT);
  return { code, expiresAt: new Date(expiresAt).toISOString() };
}
