import type { Person } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { accountOf, personByName } from "./accounts.ts";
import type { Context } from "./context.ts";
import { finishFirstAccount } from "./gates.ts";
import { nameKey } from "./keys.ts";
import { attempt, LOGIN_LIMIT, SOURCE_LIMIT } from "./limits.ts";
import { passphraseMatches } from "./passphrase.ts";
import { secretOf } from "./passphrase-kept.ts";

type Login = { readonly name: string; readonly passphrase: string };

/** The account behind a name and passphrase. @throws BackstrideError `unauthorized`, `too_many` */
export async function signInWithPassphrase(ctx: Context, { name, passphrase }: Login): Promise<Person> {
  const forgiveSource = await attempt(ctx, SOURCE_LIMIT, ctx.source);
  const forgiveName = await attempt(ctx, LOGIN_LIMIT, nameKey(name));
  const person = await personOf(name);
  const right = await passphraseMatches(ctx, passphrase, person === null ? null : await secretOf(person));
  const account = right && person !== null ? await accountOf(person) : null;
  if (account === null) {
    throw new BackstrideError("unauthorized", "That name and passphrase do not go together.", { field: "passphrase" });
  }
  await Promise.all([forgiveSource(), forgiveName()]);
  return account;
}

/** An account row is the last of an account to be written: without it, a first account may be waiting to be completed. */
async function personOf(name: string): Promise<string | null> {
  const person = await personByName(name);
  if (person !== null && (await accountOf(person)) !== null) return person;
  await finishFirstAccount();
  return personByName(name);
}
