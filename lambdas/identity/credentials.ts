import type { Credentials } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { personKey } from "../adapters/keys.ts";
import { deleteRow, queryAll } from "../adapters/table.ts";
import { PASSKEYS } from "./keys.ts";
import { hasLink } from "./links.ts";
import { secretOf } from "./passphrase-kept.ts";
import { recoveryCodesLeft } from "./recovery.ts";

/** Every way into an account. */
export async function credentialsOf(person: string): Promise<Credentials> {
  const [secret, rows, recoveryCodes, provider] = await Promise.all([
    secretOf(person),
    queryAll(personKey(person), { prefix: PASSKEYS }),
    recoveryCodesLeft(person),
    hasLink(person),
  ]);
  const passkeys = rows.map(({ sk, name, addedAt, lastUsedAt }) => ({
    id: sk.slice(PASSKEYS.length),
    name: typeof name === "string" ? name : null,
    addedAt: typeof addedAt === "string" ? addedAt : null,
    lastUsedAt: typeof lastUsedAt === "string" ? lastUsedAt : null,
  }));
  return { passphrase: secret !== null, passkeys, recoveryCodes, provider };
}

/** @throws BackstrideError `not_found`, `conflict` when it is the last way in */
export async function removePasskey(person: string, id: string): Promise<void> {
  const { passkeys, passphrase } = await credentialsOf(person);
  if (!passkeys.some((passkey) => passkey.id === id)) {
    throw new BackstrideError("not_found", "There is no such passkey among yours.", { field: "id" });
  }
  if (passkeys.length === 1 && !passphrase) {
    const sentence = "This passkey is the only way in. Add another one or a passphrase first.";
    throw new BackstrideError("conflict", sentence, { field: "id" });
  }
  await deleteRow(personKey(person), PASSKEYS + id);
}
