import type { Person } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { ABSENT, type Condition, deleteRow, getRow, putRow, type Row } from "../adapters/table.ts";
import { buildAccount, type Claim } from "./accounts.ts";
import type { Context } from "./context.ts";
import { inviteKey, sameSecret } from "./keys.ts";
import { attempt, SOURCE_LIMIT } from "./limits.ts";

/**
 * What a code opens: the installation's first account, or an invite. The row behind it is claimed once, with the whole
 * account inside, and that write alone decides who gets it; `finish` then builds the account and clears the claim.
 */
export type Gate = {
  readonly admin: boolean;
  /** The row behind the code; null for the setup code before the first account. */
  readonly row: Row | null;
  readonly key: { readonly pk: string; readonly sk: string };
};

export const INSTALL = { pk: "INSTALL", sk: "ADMIN" };
/** Three groups of a UUID. An environment that was cut short would make a code that can be guessed; it opens nothing. */
const SETUP_CODE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UNCLAIMED: Condition = { expression: "attribute_exists(pk) AND attribute_not_exists(claimedBy)" };

/** The gate of a code. @throws BackstrideError `invalid` (field `code`) for a wrong or expired one, `too_many` */
export async function openGate(ctx: Context, code: string): Promise<Gate> {
  const forgive = await attempt(ctx, SOURCE_LIMIT, ctx.source);
  const gate = await gateOf(ctx, code);
  if (gate === null) {
    const sentence = "That code is not right, or it has run out. Check it, or ask for a new invite.";
    throw new BackstrideError("invalid", sentence, { field: "code" });
  }
  await forgive();
  return gate;
}

async function gateOf(ctx: Context, code: string): Promise<Gate | null> {
  if (SETUP_CODE.test(ctx.setupCode) && sameSecret(code, ctx.setupCode)) return setupGate();
  const key = { pk: inviteKey(code), sk: "INV" };
  const row = await getRow(key.pk, key.sk);
  if (row === null || (row.claimedBy === undefined && Number(row.expiresAt) <= ctx.now)) return null;
  return { admin: false, row, key };
}

const setupGate = async (): Promise<Gate> => ({
  admin: true,
  row: await getRow(INSTALL.pk, INSTALL.sk),
  key: INSTALL,
});

export const isClaimed = (gate: Gate): boolean => gate.row?.claimedBy !== undefined;

/** Whether this installation has its first account. */
export const installed = async (): Promise<boolean> => isClaimed(await setupGate());

/** Claims the gate and makes the account; null when somebody else was quicker. @throws BackstrideError `conflict` on the name */
export async function claimGate(gate: Gate, claim: Claim): Promise<Person | null> {
  const row = { ...gate.row, ...gate.key, claimedBy: claim.person, claim };
  if (!(await putRow(row, gate.row === null ? ABSENT : UNCLAIMED))) return null;
  await finish({ ...gate, row });
  return { id: claim.person, name: claim.name, admin: claim.admin };
}

/** Builds what a claim promised, as often as needed. @throws BackstrideError `conflict` when name or sign-in were lost to another */
export async function finish(gate: Gate): Promise<void> {
  const claim = gate.row?.claim as Claim | undefined;
  if (gate.row === null || claim === undefined) return;
  const mine: Condition = { expression: "claimedBy = :person", values: { ":person": claim.person } };
  const { claim: _claim, claimedBy: _claimedBy, ...unclaimed } = gate.row;
  const refusal = await buildAccount(claim);
  if (refusal === null) {
    await putRow({ ...unclaimed, claimedBy: claim.person }, mine);
    return;
  }
  await (gate.admin ? deleteRow(gate.key.pk, gate.key.sk, mine) : putRow(unclaimed, mine));
  throw refusal;
}

/** Completes a first account whose making was cut short, so that its owner can sign in without the code. */
export const finishFirstAccount = async (): Promise<void> => finish(await setupGate());

export const codeUsed = (): BackstrideError =>
  new BackstrideError("conflict", "This code was already used. Sign in instead, or ask for an invite.", {
    field: "code",
  });
