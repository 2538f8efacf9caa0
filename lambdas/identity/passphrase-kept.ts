import { personKey } from "../adapters/keys.ts";
import { getRow, putRow } from "../adapters/table.ts";
import type { Context } from "./context.ts";
import { nextEpoch } from "./epoch.ts";
import { hashPassphrase, type PassphraseHash } from "./passphrase.ts";

/** The passphrase of an account as it is kept; null when it has none. */
export const secretOf = async (person: string): Promise<PassphraseHash | null> =>
  (await getRow(personKey(person), "SECRET")) as PassphraseHash | null;

/** The passphrase from now on. Whoever is signed in elsewhere may have known the old one, and is signed out. */
export async function setPassphrase(ctx: Context, person: string, passphrase: string): Promise<void> {
  await putRow({ pk: personKey(person), sk: "SECRET", ...(await hashPassphrase(ctx, passphrase)) });
  await nextEpoch(person);
}
