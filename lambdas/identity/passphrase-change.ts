import { BackstrideError } from "../../core/error.ts";
import { getRow, putRow } from "../adapters/table.ts";
import type { Context } from "./context.ts";
import { nextEpoch } from "./epoch.ts";
import { personKey } from "./keys.ts";
import { attempt, LOGIN_LIMIT } from "./limits.ts";
import { hashPassphrase, type PassphraseHash, passphraseMatches } from "./passphrase.ts";

/** The passphrase of an account as it is kept; null when it has none. */
export const secretOf = async (person: string): Promise<PassphraseHash | null> =>
  (await getRow(personKey(person), "SECRET")) as PassphraseHash | null;

/**
 * Sets the passphrase, or changes it by the one before.
 * @throws BackstrideError `unauthorized` (field `current`), `too_many`
 */
export async function changePassphrase(
  ctx: Context,
  person: string,
  { current, passphrase }: { readonly current?: string | undefined; readonly passphrase: string },
): Promise<void> {
  const kept = await secretOf(person);
  const forgive = await attempt(ctx, LOGIN_LIMIT, person);
  if (kept !== null && !(await passphraseMatches(current ?? "", kept))) {
    throw new BackstrideError("unauthorized", "That is not your passphrase so far.", { field: "current" });
  }
  await forgive();
  await setPassphrase(ctx, person, passphrase);
}

/** The passphrase from now on. Whoever is signed in elsewhere may have known the old one, and is signed out. */
export async function setPassphrase(ctx: Context, person: string, passphrase: string): Promise<void> {
  await putRow({ pk: personKey(person), sk: "SECRET", ...(await hashPassphrase(ctx, passphrase)) });
  await nextEpoch(person);
}
