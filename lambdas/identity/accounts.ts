import type { Person } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { key, personKey } from "../adapters/keys.ts";
import { standingAccount } from "../adapters/presence.ts";
import { ABSENT, deleteRow, getRow, putRow, type Row } from "../adapters/table.ts";
import { nameKey, passkeySort } from "./keys.ts";
import { alreadyLinked, linkSubject } from "./links.ts";
import type { PassphraseHash } from "./passphrase.ts";

/** A passkey as it is kept: its public key as a JWK, and the authenticator's counter. */
export type PasskeyCredential = {
  readonly id: string;
  readonly jwk: Record<string, string>;
  readonly counter: number;
  readonly transports: readonly string[];
};
type Own =
  | { readonly kind: "passphrase"; readonly secret: PassphraseHash }
  | { readonly kind: "passkey"; readonly passkey: PasskeyCredential };
export type Credential = Own | { readonly kind: "provider"; readonly subject: string };

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
 * @returns why not, when name or sign-in meanwhile belong to somebody else; then nothing is left but the claim
 */
export async function buildAccount(claim: Claim): Promise<BackstrideError | null> {
  await putRow({ pk: nameKey(claim.name), sk: "NAME", person: claim.person }, ABSENT);
  if ((await personByName(claim.name)) !== claim.person) return nameTaken();
  const { credential, person, ...account } = claim;
  if (credential.kind !== "provider") await putRow(credentialRow(claim, credential), ABSENT);
  else if (!(await linkSubject(person, credential.subject))) {
    const mine = { expression: "person = :person", values: { ":person": person } };
    await deleteRow(nameKey(claim.name), "NAME", mine);
    return alreadyLinked();
  }
  await putRow({ pk: personKey(person), sk: key.account, ...account, deletedAt: null }, ABSENT);
  return null;
}

function credentialRow({ person, createdAt }: Claim, credential: Own): Row {
  const pk = personKey(person);
  return credential.kind === "passphrase"
    ? { pk, sk: "SECRET", ...credential.secret }
    : { pk, sk: passkeySort(credential.passkey.id), ...credential.passkey, addedAt: createdAt };
}

export async function refuseTakenName(name: string): Promise<void> {
  if ((await personByName(name)) !== null) throw nameTaken();
}

const nameTaken = (): BackstrideError =>
  new BackstrideError("conflict", "Somebody here already has that name. Please choose another.", { field: "name" });
