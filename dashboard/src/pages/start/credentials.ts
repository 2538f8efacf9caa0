import { Credentials, PasskeyOptions, TokenAnswer } from "../../../../core/contract/auth.ts";
import { BackstrideError } from "../../../../core/error.ts";
import { send, shaped } from "../../data/http.ts";
import { client } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { askForPasskey, makePasskey } from "./passkey.ts";

const here = (path: string, init: RequestInit) => fetch(path, init);
const call = async (path: string, body: unknown) => (await send(here, "POST", path, { body })).body;

/** Passkeys exist only where the page is secure: https, or the name localhost. */
export const passkeysWork = (): boolean =>
  window.isSecureContext && "credentials" in navigator && typeof PublicKeyCredential === "function";

/** Whether this device can hold a passkey itself, with a fingerprint, a face or a PIN. */
export async function passkeyAtHand(): Promise<boolean> {
  if (!passkeysWork()) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}

/** The browser's part of a ceremony. @throws BackstrideError `stopped` when the person or the device did not go along */
async function ceremony<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw new BackstrideError("stopped", t("start.passkeyStopped"), { cause });
  }
}

/** Lets the browser make a passkey as the service wants it. @throws BackstrideError `stopped` */
async function made({ options, ceremony: id }: PasskeyOptions) {
  return { ceremony: id, response: await ceremony(() => makePasskey(options)) };
}

/** One more passkey for the account that is signed in. @throws BackstrideError as the service says, or `stopped` */
export async function addPasskey(name: string): Promise<Credentials> {
  const begun = await client.post("/v1/auth/passkeys/options", PasskeyOptions, {});
  return client.post("/v1/auth/passkeys", Credentials, { name, ...(await made(begun)) });
}

/** Opens the account with a recovery code, and sets its passphrase if one is given. @throws BackstrideError as the service says */
export async function recover(name: string, code: string, passphrase?: string): Promise<TokenAnswer> {
  const more = passphrase === undefined ? {} : { passphrase };
  return shaped(TokenAnswer, await call("/v1/auth/recovery/login", { name, code, ...more }));
}

/** @throws BackstrideError as the service says, or `stopped` */
export async function registerPasskey(code: string, name: string): Promise<TokenAnswer> {
  const begun = shaped(PasskeyOptions, await call("/v1/auth/passkey/register-options", { code, name }));
  const body = { code, name, ...(await made(begun)) };
  return shaped(TokenAnswer, await call("/v1/auth/passkey/register", body));
}

/**
 * @param only the id of a person: a passkey of somebody else is not even sent
 * @throws BackstrideError as the service says, or `stopped`
 */
export async function signInWithPasskey(only?: string): Promise<TokenAnswer> {
  const begun = shaped(PasskeyOptions, await call("/v1/auth/passkey/login-options", {}));
  const response = await ceremony(() => askForPasskey(begun.options));
  if (only !== undefined && ownerOf(response.response.userHandle) !== only) {
    throw new BackstrideError("stopped", t("settings.proveOther"));
  }
  return shaped(TokenAnswer, await call("/v1/auth/passkey/login", { ceremony: begun.ceremony, response }));
}

/** The person whom a passkey was made for: its user handle, base64url. */
const ownerOf = (handle = ""): string => atob(handle.replace(/-/g, "+").replace(/_/g, "/"));

export async function registerPassphrase(code: string, name: string, passphrase: string): Promise<TokenAnswer> {
  return shaped(TokenAnswer, await call("/v1/auth/passphrase/register", { code, name, passphrase }));
}

export async function signInWithPassphrase(name: string, passphrase: string): Promise<TokenAnswer> {
  return shaped(TokenAnswer, await call("/v1/auth/passphrase/login", { name, passphrase }));
}
