import type { Person } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { standingAccount } from "../adapters/presence.ts";
import { ABSENT, getRow, putRow, type Row } from "../adapters/table.ts";
import { credentialSort, nameKey, personKey } from "./keys.ts";
import type { PassphraseHash } from "./passphrase.ts";

/** A passkey as it is kept: its public key as a JWK, and the authenticator's counter. */
export type PasskeyCredential = {
  readonly id: string;
  readonly jwk: Record<string, string>;
  readonly counter: number;
  readonly transports: readonly string[];
};
export type Credential =
  | { readonly kind: "passphrase"; readonly secret: PassphraseHash }
  | { readonly kind: "passkey"; readonly passkey: PasskeyCredential };

/** Everything needed to make an account, kept with the code that it used until the account stands. */
export type Claim = {
  readonly person: string;
  readonly name: string;
  readonly admin: boolean;
  readonly createdAt: string;
  /** The key of the invite that was used; none for the first account. */
  readonly invite?: string;
  readonly credential: Credential;
};

/** The account, or null when there is none (any more). */
export async function accountOf(person: string): Promise<Person | null> {
  const row = await standingAccount(person);
  return row === null ? null : { id: person, name: String(row.name), admin: row.admin === true };
}

export async function personByName(name: string): Promise<string | null> {
  const row = await getRow(nameKey(name), "NAME");
  return row === null ? null : String(row.person);
}

/**
 * Makes the rows of a claimed account. Each write is put-if-absent and the claim holds everything they need, so after a
 * crash between any two of them this simply runs again.
 * @returns false when the name meanwhile belongs to somebody else; then nothing but the claim was written
 */
export async function buildAccount(claim: Claim): Promise<boolean> {
  await putRow({ pk: nameKey(claim.name), sk: "NAME", person: claim.person }, ABSENT);
  if ((await personByName(claim.name)) !== claim.person) return false;
  const { credential: _, person, ...account } = claim;
  await putRow(credentialRow(claim), ABSENT);
  await putRow({ pk: personKey(person), sk: "ACCOUNT", ...account, deletedAt: null }, ABSENT);
  return true;
}

function credentialRow({ person, credential, createdAt }: Claim): Row {
  const pk = personKey(person);
  return credential.kind === "passphrase"
    ? { pk, sk: "SECRET", ...credential.secret }
    : { pk, sk: credentialSort(credential.passkey.id), ...credential.passkey, addedAt: createdAt };
}

export async function refuseTakenName(name: string): Promise<void> {
  if ((await personByName(name)) !== null) throw nameTaken();
}

export const nameTaken = (): BackstrideError =>
  new BackstrideError("conflict", "Somebody here already has that name. Please choose another.", { field: "name" });
