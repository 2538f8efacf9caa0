import { createHmac } from "node:crypto";
import type { Person, TokenAnswer } from "../../core/contract/auth.ts";
import { DEVICE_SCOPES, PERSON_SCOPES } from "../../core/contract/routes.ts";
import { BackstrideError } from "../../core/error.ts";
import { personKey } from "../adapters/keys.ts";
import { log } from "../adapters/log.ts";
import { deviceSeen, epochOf } from "../adapters/presence.ts";
import { ABSENT, getRow, putRow } from "../adapters/table.ts";
import { AUDIENCE, ISSUER } from "../adapters/token.ts";
import { accountOf } from "./accounts.ts";
import type { Context } from "./context.ts";
import { removeDevice } from "./devices.ts";
import { sha256, ttlFor } from "./keys.ts";

const ACCESS_S = 900;
const DAY_MS = 86_400_000;
const DEVICE_REFRESH_MS = 90 * DAY_MS;
export const BROWSER_REFRESH_MS = 30 * DAY_MS;
/** How long the answer to a used token is repeated, for a client that lost it, even when its successor was used meanwhile. */
export const GRACE_MS = 60_000;

/**
 * Whose tokens these are. A family is every refresh token that descends from one sign-in or pairing; a device's is its id.
 * `epoch`: the account's when a browser signed in; the account's next one ends all of them. `authTime`: when the person last
 * showed who they are, epoch seconds. Both always 0 for a device.
 */
export type Holder = {
  readonly person: string;
  readonly deviceId: string | null;
  readonly family: string;
  readonly epoch: number;
  readonly authTime: number;
};
export type Tokens = { readonly answer: TokenAnswer; readonly refresh: string };

type Kept = Omit<Holder, "authTime"> & {
  readonly authTime?: number;
  readonly expiresAt: number;
  readonly usedAt?: number;
  readonly nonce?: string;
};

/** A token says whose it is, so that its row lies with everything else of that person; the rest is the secret. */
const TOKEN = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[\w-]{43}$/;
const tokenOf = (person: string, secret: string): string => person.replace(/-/g, "") + secret;

/** The key of a token's row; one that no token has for anything that is no token. */
function tokenRow(token: string): { pk: string; sk: string } {
  const [, ...person] = TOKEN.exec(token) ?? [];
  return { pk: personKey(person.join("-")), sk: `T#${sha256(token)}` };
}

/**
 * A secret that follows from another one and a nonce. The table holds the nonce and a hash of the other one, so neither the
 * table alone nor a stolen old token alone gives the next, and a repeated request gets the very same answer.
 */
export const successorOf = (secret: string, nonce: string): string =>
  createHmac("sha256", secret).update(nonce).digest("base64url");

/** A first refresh token for a browser. */
export const freshRefresh = (ctx: Context): string => ctx.random(32).toString("base64url");

/** Tokens for `holder`, with a refresh token around `secret`; asking again with the same one changes nothing. */
export async function issue(ctx: Context, account: Person, holder: Holder, secret: string): Promise<Tokens> {
  const refresh = tokenOf(holder.person, secret);
  const expiresAt = ctx.now + (holder.deviceId === null ? BROWSER_REFRESH_MS : DEVICE_REFRESH_MS);
  await putRow({ ...tokenRow(refresh), ...holder, expiresAt, ttl: ttlFor(expiresAt) }, ABSENT);
  const scope = (holder.deviceId === null ? PERSON_SCOPES : DEVICE_SCOPES).join(" ");
  const did = holder.deviceId === null ? { epoch: holder.epoch, auth_time: holder.authTime } : { did: holder.deviceId };
  const iat = Math.floor(ctx.now / 1000);
  const claims = { iss: ISSUER, aud: AUDIENCE, sub: account.id, ...did, scope, iat, exp: iat + ACCESS_S } as const;
  const answer: TokenAnswer = {
    access_token: await ctx.sign(claims, ctx.now),
    token_type: "Bearer",
    expires_in: ACCESS_S,
    scope,
    person: account,
    ...(holder.deviceId === null ? {} : { device_id: holder.deviceId, refresh_token: refresh }),
  };
  return { answer, refresh };
}

/**
 * Exchanges a refresh token for the next one.
 * @param kind a browser's token works only from its cookie, a device's only from the body
 * @throws BackstrideError `unauthorized` for an unknown, replayed or revoked token, `expired` for one past its time
 */
export async function rotate(ctx: Context, token: string, kind: "browser" | "device"): Promise<Tokens> {
  const kept = await keptToken(ctx, token);
  if ((kept.deviceId === null) !== (kind === "browser")) throw signInAgain();
  if ((await getRow(personKey(kept.person), familySort(kept.family))) !== null) throw signInAgain();
  const account = await accountOf(kept.person);
  if (account === null || !(await stands(ctx, kept))) throw signInAgain();
  const successor = await spend(ctx, token, kept);
  // A row from before this was kept says nothing: whoever holds it signs in again where that matters.
  const { person, deviceId, family, epoch, authTime = 0 } = kept;
  return issue(ctx, account, { person, deviceId, family, epoch, authTime }, successor);
}

/** Ends a browser's sign-in: no token of its family works any more. Unknown tokens are fine: the wish is fulfilled. */
export async function revokeToken(ctx: Context, token: string): Promise<void> {
  const row = await getRow(tokenRow(token).pk, tokenRow(token).sk);
  if (row !== null) await revokeFamily(ctx, row as unknown as Kept);
}

async function keptToken(ctx: Context, token: string): Promise<Kept> {
  const row = await getRow(tokenRow(token).pk, tokenRow(token).sk);
  if (row === null) throw signInAgain();
  const kept = row as unknown as Kept;
  if (kept.expiresAt <= ctx.now) {
    throw new BackstrideError("expired", "It has been a long while. Please sign in again, or pair the watch again.");
  }
  return kept;
}

/**
 * Marks the token used and gives its successor.
 *
 *   t0 used, nonce kept ── t0…60 s: the same successor again ── later: the same successor again, as long as it is unused;
 *   used, somebody else holds it: the family is revoked.
 *
 * An answer that got lost must not unpair a watch, however long it was without a network; and two that hold one successor
 * are told apart as soon as one goes on with it and the other comes with the older token.
 */
async function spend(ctx: Context, token: string, kept: Kept): Promise<string> {
  const nonce = kept.nonce ?? ctx.random(16).toString("hex");
  if (kept.usedAt === undefined) {
    const used = { ...kept, ...tokenRow(token), usedAt: ctx.now, nonce };
    const first = await putRow(used, { expression: "attribute_exists(pk) AND attribute_not_exists(usedAt)" });
    return first ? successorOf(token, nonce) : spend(ctx, token, await keptToken(ctx, token));
  }
  const successor = successorOf(token, nonce);
  if (ctx.now - kept.usedAt <= GRACE_MS) return successor;
  const next = tokenRow(tokenOf(kept.person, successor));
  if ((await getRow(next.pk, next.sk))?.usedAt === undefined) return successor;
  log("warn", "refresh token used again: family revoked", { person: kept.person, deviceId: kept.deviceId });
  await revokeFamily(ctx, kept);
  throw signInAgain();
}

async function revokeFamily(ctx: Context, { family, person, deviceId }: Kept): Promise<void> {
  const key = { pk: personKey(person), sk: familySort(family) };
  await putRow({ ...key, revokedAt: ctx.now, ttl: ttlFor(ctx.now + DEVICE_REFRESH_MS) });
  if (deviceId !== null) await removeDevice(person, deviceId);
}

/** A device is seen by this; one that was removed stays removed, and so does a browser of an earlier epoch. */
const stands = async (ctx: Context, { person, deviceId, epoch }: Kept): Promise<boolean> =>
  deviceId === null ? (await epochOf(person)) === epoch : deviceSeen(person, deviceId, ctx.now);

const familySort = (family: string): string => `F#${family}`;

const signInAgain = (): BackstrideError =>
  new BackstrideError("unauthorized", "This sign-in is not valid any more. Sign in again, or pair the watch again.");
