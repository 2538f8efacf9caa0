import * as contract from "../../core/contract/auth.ts";
import { parse } from "../../core/contract/parse.ts";
import { Id } from "../../core/contract/primitives.ts";
import { PushSubscribe } from "../../core/contract/push.ts";
import { BackstrideError } from "../../core/error.ts";
import { authTimeOf, callerOf, type HttpAnswer, type HttpEvent, json } from "../adapters/http.ts";
import { epochOf } from "../adapters/presence.ts";
import { passkeysWork } from "../adapters/site.ts";
import { tokenKey } from "../adapters/token-key.ts";
import { accountOf } from "./accounts.ts";
import type { Context } from "./context.ts";
import { credentialsOf, removePasskey } from "./credentials.ts";
import { deleteAccount } from "./deletion.ts";
import { listDevices, revokeDevice } from "./devices.ts";
import { signOutEverywhere } from "./epoch.ts";
import { installed } from "./gates.ts";
import { invite, listInvites, revokeInvite } from "./invites.ts";
import { beginLink, beginOidc, link, signInWithOidc, unlink } from "./oidc.ts";
import { confirmPairing, pollPairing, startPairing } from "./pairing.ts";
import {
  addOptions,
  addPasskey,
  loginOptions,
  registerOptions,
  registerWithPasskey,
  signInWithPasskey,
} from "./passkeys.ts";
import { setPassphrase } from "./passphrase-kept.ts";
import { newRecoveryCodes, signInWithRecoveryCode } from "./recovery.ts";
import { registerWithPassphrase } from "./registration.ts";
import { browserAnswer, cookieOf, inputOf, noInput, problemOf, withoutCookie } from "./requests.ts";
import { signInWithPassphrase } from "./signin.ts";
import { pushInfo, subscribe, unsubscribe } from "./subscriptions.ts";
import { freshRefresh, issue, revokeToken, rotate } from "./tokens.ts";

export type Endpoint = (ctx: Context, event: HttpEvent) => Promise<HttpAnswer>;

/** One function per route of `core/contract/routes.ts` that belongs to identity. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "GET /v1/auth/status": async (ctx) =>
    json(200, {
      claimed: await installed(),
      passkeys: passkeysWork(ctx.site),
      provider: ctx.provider?.issuer.host ?? null,
    }),
  "POST /v1/auth/passkey/register-options": async (ctx, event) =>
    json(200, await registerOptions(ctx, inputOf(event, contract.PasskeyRegisterOptions))),
  "POST /v1/auth/passkey/register": async (ctx, event) =>
    signedIn(ctx, await registerWithPasskey(ctx, inputOf(event, contract.PasskeyRegister))),
  "POST /v1/auth/passkey/login-options": async (ctx, event) => {
    noInput(event);
    return json(200, await loginOptions(ctx));
  },
  "POST /v1/auth/passkey/login": async (ctx, event) =>
    signedIn(ctx, await signInWithPasskey(ctx, inputOf(event, contract.PasskeyLogin))),
  "POST /v1/auth/passphrase/register": async (ctx, event) =>
    signedIn(ctx, await registerWithPassphrase(ctx, inputOf(event, contract.PassphraseRegister))),
  "POST /v1/auth/passphrase/login": async (ctx, event) =>
    signedIn(ctx, await signInWithPassphrase(ctx, inputOf(event, contract.PassphraseLogin))),
  "POST /v1/auth/oidc/options": async (ctx, event) =>
    json(200, await beginOidc(ctx, inputOf(event, contract.OidcStart))),
  "POST /v1/auth/oidc/login": async (ctx, event) =>
    signedIn(ctx, await signInWithOidc(ctx, inputOf(event, contract.OidcLogin))),
  "POST /v1/auth/oidc/link-options": async (ctx, event) => {
    const { person } = callerOf(event);
    noInput(event);
    return json(200, await beginLink(ctx, person));
  },
  "POST /v1/auth/oidc/link": async (ctx, event) => {
    const { person } = callerOf(event);
    await link(ctx, person, inputOf(event, contract.OidcLink));
    return json(201, await credentialsOf(person));
  },
  "DELETE /v1/auth/oidc/link": async (_ctx, event) => {
    await unlink(callerOf(event).person);
    return { statusCode: 204 };
  },
  "POST /v1/auth/logout": logout,
  "GET /v1/auth/me": async (_ctx, event) => json(200, { person: await me(event) }),
  "POST /v1/auth/invites": async (ctx, event) => {
    const { person } = callerOf(event);
    noInput(event);
    return json(201, await invite(ctx, person));
  },
  "GET /v1/auth/invites": async (ctx, event) => json(200, await listInvites(ctx, callerOf(event).person)),
  "DELETE /v1/auth/invites/{id}": async (_ctx, event) => {
    const { person } = callerOf(event);
    await revokeInvite(person, parse(contract.HashId, event.pathParameters?.id));
    return { statusCode: 204 };
  },
  "POST /v1/auth/logout-everywhere": async (ctx, event) => {
    const { person } = callerOf(event);
    noInput(event);
    await signOutEverywhere(person);
    return withoutCookie(ctx, { statusCode: 204 });
  },
  "GET /v1/auth/credentials": async (_ctx, event) => json(200, await credentialsOf(callerOf(event).person)),
  "POST /v1/auth/passphrase": async (ctx, event) => {
    const account = await me(event);
    await setPassphrase(ctx, account.id, inputOf(event, contract.PassphraseChange).passphrase);
    // Else one sign-in could be drawn out for ever.
    return signedIn(ctx, account, authTimeOf(event));
  },
  "POST /v1/auth/passkeys/options": async (ctx, event) => {
    const account = await me(event);
    noInput(event);
    return json(200, await addOptions(ctx, account));
  },
  "POST /v1/auth/passkeys": async (ctx, event) => {
    const { person } = callerOf(event);
    await addPasskey(ctx, person, inputOf(event, contract.PasskeyAdd));
    return json(201, await credentialsOf(person));
  },
  "DELETE /v1/auth/passkeys/{id}": async (_ctx, event) => {
    const { person } = callerOf(event);
    await removePasskey(person, parse(contract.HashId, event.pathParameters?.id));
    return { statusCode: 204 };
  },
  "POST /v1/auth/recovery-codes": async (ctx, event) => {
    const { person } = callerOf(event);
    noInput(event);
    return json(201, await newRecoveryCodes(ctx, person));
  },
  "POST /v1/auth/recovery/login": async (ctx, event) =>
    signedIn(ctx, await signInWithRecoveryCode(ctx, inputOf(event, contract.RecoveryLogin))),
  "POST /v1/token": refresh,
  "POST /v1/pair/start": async (ctx, event) => json(200, await startPairing(ctx, inputOf(event, contract.PairStart))),
  "POST /v1/pair/token": async (ctx, event) =>
    json(200, (await pollPairing(ctx, inputOf(event, contract.PairToken).device_code)).answer),
  "POST /v1/pair/confirm": async (ctx, event) => {
    const { person } = callerOf(event);
    return json(200, await confirmPairing(ctx, person, inputOf(event, contract.PairConfirm)));
  },
  "DELETE /v1/account": async (ctx, event) => json(202, await deleteAccount(ctx, callerOf(event).person)),
  "GET /v1/push": async (_ctx, event) => json(200, await pushInfo(callerOf(event).person)),
  "POST /v1/push/subscriptions": async (ctx, event) => {
    const { person } = callerOf(event);
    return json(201, await subscribe(ctx, person, inputOf(event, PushSubscribe)));
  },
  "DELETE /v1/push/subscriptions/{id}": async (_ctx, event) => {
    const { person } = callerOf(event);
    await unsubscribe(person, parse(contract.HashId, event.pathParameters?.id));
    return { statusCode: 204 };
  },
  "GET /v1/devices": async (_ctx, event) => json(200, { devices: await listDevices(callerOf(event).person) }),
  "DELETE /v1/devices/{id}": async (_ctx, event) => {
    const { person } = callerOf(event);
    await revokeDevice(person, parse(Id, event.pathParameters?.id));
    return { statusCode: 204 };
  },
  "GET /.well-known/jwks.json": async (ctx) => {
    const { kid, jwk } = await tokenKey(ctx.now);
    const keys = [{ ...jwk, kid, use: "sig", alg: "RS256" }];
    return json(200, { keys }, { "cache-control": "public, max-age=300" });
  },
};

/** Signs a browser in: every sign-in is a token family of its own. @param authTime when they showed who they are, epoch seconds */
async function signedIn(
  ctx: Context,
  account: contract.Person,
  authTime = Math.floor(ctx.now / 1000),
): Promise<HttpAnswer> {
  const family = ctx.random(16).toString("hex");
  const holder = { person: account.id, deviceId: null, family, epoch: await epochOf(account.id), authTime };
  return browserAnswer(ctx, await issue(ctx, account, holder, freshRefresh(ctx)));
}

async function logout(ctx: Context, event: HttpEvent): Promise<HttpAnswer> {
  noInput(event);
  const token = cookieOf(ctx, event);
  if (token !== null) await revokeToken(ctx, token);
  return withoutCookie(ctx, { statusCode: 204 });
}

/** A phone sends its token in the body and gets the next one there; a browser's goes from cookie to cookie. */
async function refresh(ctx: Context, event: HttpEvent): Promise<HttpAnswer> {
  const { refresh_token } = inputOf(event, contract.TokenRequest);
  if (refresh_token !== undefined) return json(200, (await rotate(ctx, refresh_token, "device")).answer);
  try {
    return browserAnswer(ctx, await rotate(ctx, cookieOf(ctx, event) ?? "", "browser"));
  } catch (error) {
    if (error instanceof BackstrideError) return withoutCookie(ctx, problemOf(event, error));
    throw error;
  }
}

async function me(event: HttpEvent): Promise<contract.Person> {
  const account = await accountOf(callerOf(event).person);
  if (account === null) throw new BackstrideError("not_found", "This account is no longer here.");
  return account;
}
