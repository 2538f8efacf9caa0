import * as v from "valibot";
import type { PasskeyOptions, Person } from "../../core/contract/auth.ts";
import { Id } from "../../core/contract/primitives.ts";
import { BackstrideError } from "../../core/error.ts";
import { faultOf } from "../adapters/fault.ts";
import { personKey } from "../adapters/keys.ts";
import { log } from "../adapters/log.ts";
import { passkeysWork } from "../adapters/site.ts";
import { ABSENT, getRow, putRow, queryAll, type Row } from "../adapters/table.ts";
import { accountOf, type PasskeyCredential } from "./accounts.ts";
import { beginCeremony, concludeCeremony, startAgain } from "./ceremony.ts";
import type { Context } from "./context.ts";
import { finishFirstAccount } from "./gates.ts";
import { nameKey, PASSKEYS, passkeySort, sha256 } from "./keys.ts";
import { attempt, SOURCE_LIMIT, START_LIMIT } from "./limits.ts";
import { type Applicant, newPerson, openUnusedGate, registerWithCredential } from "./registration.ts";
import {
  ALGORITHMS,
  AssertionResponse,
  Refused,
  RegistrationResponse,
  verifyAssertion,
  verifyRegistration,
} from "./webauthn.ts";

const CEREMONY_MS = 300_000;
const MAX_PASSKEYS = 10;
type Finish = { readonly ceremony: string; readonly response: unknown };

/** What the browser needs to make a passkey for a new account. @throws BackstrideError as a registration would */
export async function registerOptions(ctx: Context, wanted: Applicant): Promise<PasskeyOptions> {
  refuseWithoutName(ctx);
  await openUnusedGate(ctx, wanted);
  const person = newPerson(ctx);
  const bound = { kind: "register", person, name: nameKey(wanted.name), code: sha256(wanted.code) };
  return begin(ctx, bound, creation(ctx, { id: person, name: wanted.name }, []));
}

export async function registerWithPasskey(ctx: Context, wanted: Applicant & Finish): Promise<Person> {
  const ceremony = await concludeCeremony(ctx, wanted.ceremony, "register");
  if (ceremony.name !== nameKey(wanted.name) || ceremony.code !== sha256(wanted.code)) throw startAgain();
  const passkey = checked(() =>
    verifyRegistration(v.parse(RegistrationResponse, wanted.response), String(ceremony.challenge), ctx.site),
  );
  const { code, name } = wanted;
  const credential = { kind: "passkey", passkey } as const;
  return registerWithCredential(ctx, { code, name, person: String(ceremony.person), credential });
}

/** What the browser needs to make one more passkey for an account. @throws BackstrideError `conflict`, `too_many` */
export async function addOptions(ctx: Context, account: Person): Promise<PasskeyOptions> {
  refuseWithoutName(ctx);
  await attempt(ctx, START_LIMIT, account.id);
  const kept = (await queryAll(personKey(account.id), { prefix: PASSKEYS })) as unknown as PasskeyCredential[];
  if (kept.length >= MAX_PASSKEYS) {
    throw new BackstrideError("conflict", `An account has ${MAX_PASSKEYS} passkeys at most. Remove one first.`);
  }
  return begin(ctx, { kind: "add", person: account.id }, creation(ctx, account, kept));
}

export async function addPasskey(ctx: Context, person: string, added: Finish & { name: string }): Promise<void> {
  const ceremony = await concludeCeremony(ctx, added.ceremony, "add");
  if (ceremony.person !== person) throw startAgain();
  const passkey = checked(() =>
    verifyRegistration(v.parse(RegistrationResponse, added.response), String(ceremony.challenge), ctx.site),
  );
  const addedAt = new Date(ctx.now).toISOString();
  const row = { ...passkey, name: added.name, addedAt };
  await putRow({ pk: personKey(person), sk: passkeySort(passkey.id), ...row }, ABSENT);
}

type Named = { readonly id: string; readonly name: string };

function creation(ctx: Context, { id, name }: Named, kept: readonly PasskeyCredential[]) {
  return {
    rp: { id: ctx.site.rpId, name: "Backstride" },
    user: { id: Buffer.from(id).toString("base64url"), name, displayName: name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "preferred" },
    attestation: "none",
    excludeCredentials: kept.map(({ id, transports }) => ({ type: "public-key", id, transports })),
    extensions: { credProps: true },
  };
}

/** What the browser needs to sign in with whichever passkey it has for this site. */
export async function loginOptions(ctx: Context): Promise<PasskeyOptions> {
  refuseWithoutName(ctx);
  await attempt(ctx, START_LIMIT, ctx.source);
  return begin(ctx, { kind: "login" }, { rpId: ctx.site.rpId, allowCredentials: [], userVerification: "preferred" });
}

/** @throws BackstrideError `unauthorized` when the passkey is not one of ours, `too_many` */
export async function signInWithPasskey(ctx: Context, { ceremony, response }: Finish): Promise<Person> {
  const forgive = await attempt(ctx, SOURCE_LIMIT, ctx.source);
  const { challenge } = await concludeCeremony(ctx, ceremony, "login");
  const input = checked(() => v.parse(AssertionResponse, response));
  const person = checked(() => v.parse(Id, input.response.userHandle?.toString("utf8")));
  const kept = await keptPasskey(person, input.id);
  const { counter } = checked(() => verifyAssertion(input, kept, String(challenge), ctx.site));
  const account = await accountOf(person);
  if (account === null) throw unknownPasskey();
  await noteUse(ctx, kept, counter);
  await forgive();
  return account;
}

/** The passkey of a person whose account stands; completes a first account that was cut short. */
async function keptPasskey(person: string, id: string): Promise<Row & PasskeyCredential> {
  if ((await accountOf(person)) === null) await finishFirstAccount();
  const row = await getRow(personKey(person), passkeySort(id));
  if (row === null) throw unknownPasskey();
  return row as Row & PasskeyCredential;
}

/** Of two sign-ins with the same counter only one is real; a passkey that does not count stays at 0. */
async function noteUse(ctx: Context, kept: Row & PasskeyCredential, counter: number): Promise<void> {
  const condition = {
    expression: counter > 0 ? "#counter < :counter" : "#counter = :counter",
    names: { "#counter": "counter" },
    values: { ":counter": counter },
  };
  const lastUsedAt = new Date(ctx.now).toISOString();
  if (!(await putRow({ ...kept, counter, lastUsedAt }, condition))) throw unknownPasskey();
}

async function begin(ctx: Context, bound: Record<string, string>, options: object): Promise<PasskeyOptions> {
  const challenge = ctx.random(32).toString("base64url");
  const ceremony = await beginCeremony(ctx, { ...bound, challenge }, CEREMONY_MS);
  return { ceremony, options: { ...options, challenge, timeout: CEREMONY_MS } };
}

/** The reason of a refusal goes to the log; the answer gives nothing away to tune an attack by. */
function checked<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    // Words of ours only: another error may quote what was sent.
    log("warn", "passkey refused", error instanceof Refused ? { reason: error.message } : faultOf(error));
    throw unknownPasskey();
  }
}

function refuseWithoutName(ctx: Context): void {
  if (passkeysWork(ctx.site)) return;
  throw new BackstrideError("unavailable", "Passkeys need a host name; at a bare address, use a passphrase.");
}

const unknownPasskey = (): BackstrideError =>
  new BackstrideError("unauthorized", "That passkey did not work here. Try again, or use another way to sign in.", {
    field: "passkey",
  });
