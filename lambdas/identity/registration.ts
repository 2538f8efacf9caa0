import type { Person } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { uuidV7 } from "../../core/uuid.ts";
import { type Claim, type Credential, refuseTakenName } from "./accounts.ts";
import type { Context } from "./context.ts";
import { claimGate, codeUsed, finish, type Gate, isClaimed, openGate } from "./gates.ts";
import { hashPassphrase } from "./passphrase.ts";
import { signInWithPassphrase } from "./signin.ts";

export type Applicant = { readonly code: string; readonly name: string };

export const newPerson = (ctx: Context): string => uuidV7(ctx.now, ctx.random(10));

/**
 * Makes an account with a passphrase. Repeating it with the same input, say after a lost answer or a crash half-way,
 * completes what is missing and answers the same account.
 * @throws BackstrideError `invalid` (code), `conflict` (code used, name taken), `too_many`
 */
export async function registerWithPassphrase(
  ctx: Context,
  wanted: Applicant & { readonly passphrase: string },
): Promise<Person> {
  const gate = await openGate(ctx, wanted.code);
  if (!isClaimed(gate)) {
    await refuseTakenName(wanted.name);
    const secret = await hashPassphrase(ctx, wanted.passphrase);
    const account = await claimGate(gate, claimFor(ctx, gate, wanted.name, { kind: "passphrase", secret }));
    if (account !== null) return account;
  }
  return repeated(ctx, wanted);
}

/** Makes an account with a passkey that `passkeys.ts` has checked. @throws BackstrideError as `registerWithPassphrase` */
export async function registerWithCredential(
  ctx: Context,
  wanted: Applicant & { readonly person: string; readonly credential: Credential },
): Promise<Person> {
  const gate = await openUnusedGate(ctx, wanted);
  const account = await claimGate(gate, claimFor(ctx, gate, wanted.name, wanted.credential, wanted.person));
  if (account === null) throw codeUsed();
  return account;
}

/** The gate of a code that can still make an account under that name; completes one that was cut short. */
export async function openUnusedGate(ctx: Context, { code, name }: Applicant): Promise<Gate> {
  const gate = await openGate(ctx, code);
  if (isClaimed(gate)) {
    await finish(gate);
    throw codeUsed();
  }
  await refuseTakenName(name);
  return gate;
}

function claimFor(ctx: Context, gate: Gate, name: string, credential: Credential, person = newPerson(ctx)): Claim {
  const claim = { person, name, admin: gate.admin, createdAt: new Date(ctx.now).toISOString(), credential };
  return gate.admin ? claim : { ...claim, invite: gate.key.pk };
}

/** The code is used up. Whoever knows the account's passphrase is the one who used it. */
async function repeated(ctx: Context, wanted: Applicant & { readonly passphrase: string }): Promise<Person> {
  const gate = await openGate(ctx, wanted.code);
  await finish(gate);
  try {
    const account = await signInWithPassphrase(ctx, wanted);
    if (account.id === gate.row?.claimedBy) return account;
  } catch (error) {
    if (!(error instanceof BackstrideError) || error.code !== "unauthorized") throw error;
  }
  throw codeUsed();
}
