import type { Person, RecoveryCodes } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { personKey } from "../adapters/keys.ts";
import { getRow, putRow } from "../adapters/table.ts";
import { accountOf, personByName } from "./accounts.ts";
import type { Context } from "./context.ts";
import { nameKey, sha256 } from "./keys.ts";
import { asTyped, inGroups, letters } from "./letters.ts";
import { attempt, RECOVERY_LIMIT, SOURCE_LIMIT } from "./limits.ts";
import { setPassphrase } from "./passphrase-kept.ts";

const CODES = 10;
/** 69 bits: a plain hash keeps such a code as safe as a slow one would. */
const LETTERS_EACH = 16;
const SORT = "RECOVERY";

type Login = { readonly name: string; readonly code: string; readonly passphrase?: string | undefined };

/** Ten new codes, of which only hashes are kept. One row, written whole: there is never a mix of old and new. */
export async function newRecoveryCodes(ctx: Context, person: string): Promise<RecoveryCodes> {
  const codes = Array.from({ length: CODES }, () => letters(ctx, LETTERS_EACH));
  const set = ctx.random(8).toString("hex");
  await putRow({ pk: personKey(person), sk: SORT, set, used: 0, hashes: codes.map(sha256) });
  return { codes: codes.map(inGroups) };
}

export async function recoveryCodesLeft(person: string): Promise<number> {
  return (await keptCodes(person)).hashes.length;
}

/**
 * The account behind a name and one of its codes, which then is used up.
 * @throws BackstrideError `unauthorized` (field `code`), `too_many`
 */
export async function signInWithRecoveryCode(ctx: Context, { name, code, passphrase }: Login): Promise<Person> {
  const forgiveSource = await attempt(ctx, SOURCE_LIMIT, ctx.source);
  const forgiveName = await attempt(ctx, RECOVERY_LIMIT, nameKey(name));
  const person = await personByName(name);
  const account = person === null ? null : await accountOf(person);
  if (account === null || !(await useUp(account.id, sha256(asTyped(code))))) throw wrongCode();
  if (passphrase !== undefined) await setPassphrase(ctx, account.id, passphrase);
  await Promise.all([forgiveSource(), forgiveName()]);
  return account;
}

/** Takes a code out of its set, once: of two that come with the same code, one is too late. */
async function useUp(person: string, hash: string): Promise<boolean> {
  const { hashes, set, used } = await keptCodes(person);
  if (!hashes.includes(hash)) return false;
  const left = { set, used: used + 1, hashes: hashes.filter((kept) => kept !== hash) };
  const seen = {
    expression: "#set = :set AND used = :used",
    names: { "#set": "set" },
    values: { ":set": set, ":used": used },
  };
  return (await putRow({ pk: personKey(person), sk: SORT, ...left }, seen)) || useUp(person, hash);
}

async function keptCodes(person: string): Promise<{ hashes: string[]; set: string; used: number }> {
  const row = await getRow(personKey(person), SORT);
  return { hashes: (row?.hashes ?? []) as string[], set: String(row?.set), used: Number(row?.used) };
}

const wrongCode = (): BackstrideError =>
  new BackstrideError("unauthorized", "That name and recovery code do not go together, or the code was used before.", {
    field: "code",
  });
