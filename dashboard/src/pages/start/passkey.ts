import type { PasskeyOptions } from "../../../../core/contract/auth.ts";

type Options = PasskeyOptions["options"];
type Named = { readonly id: string; readonly type: "public-key" };

/** @param text base64url */
function bytesOf(text: unknown): Uint8Array<ArrayBuffer> {
  const plain = atob(String(text).replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** Base64url, as WebAuthn's JSON carries bytes. */
const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const named = (list: unknown) => ((list ?? []) as readonly Named[]).map((each) => ({ ...each, id: bytesOf(each.id) }));

/** What the browser gave, as JSON with the parts of the response that are asked for. @throws Error when it gave nothing */
function jsonOf(given: Credential | null, parts: readonly string[]) {
  if (given === null) throw new Error("The browser gave no passkey.");
  const { id, type, rawId, response } = given as PublicKeyCredential;
  const bytes = response as unknown as Readonly<Record<string, ArrayBuffer | null | undefined>>;
  const told = parts.flatMap((part) => {
    const value = bytes[part];
    return value === null || value === undefined ? [] : [[part, textOf(value)]];
  });
  return { id, type, rawId: textOf(rawId), response: Object.fromEntries(told), clientExtensionResults: {} };
}

/**
 * Lets the browser make a passkey; in and out is the JSON of WebAuthn level 3, which older browsers do not convert themselves.
 * @throws DOMException when the person or the device does not go along
 */
export async function makePasskey(options: Options) {
  const user = options.user as PublicKeyCredentialUserEntity;
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: named(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = await navigator.credentials.create({ publicKey });
  const json = jsonOf(made, ["clientDataJSON", "attestationObject"]);
  const response = (made as PublicKeyCredential).response as AuthenticatorAttestationResponse;
  const transports = response.getTransports?.();
  return transports === undefined ? json : { ...json, response: { ...json.response, transports } };
}

/** Lets the person sign in with a passkey of theirs. @throws DOMException as `makePasskey` */
export async function askForPasskey(options: Options) {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: named(options.allowCredentials),
  } as PublicKeyCredentialRequestOptions;
  const parts = ["clientDataJSON", "authenticatorData", "signature", "userHandle"];
  return jsonOf(await navigator.credentials.get({ publicKey }), parts);
}
