import { createHash, createPublicKey, type JsonWebKey, type KeyObject, verify } from "node:crypto";
import * as v from "valibot";
import type { Site } from "../adapters/site.ts";
import type { PasskeyCredential } from "./accounts.ts";
import { type Cbor, readCbor } from "./cbor.ts";
import { sameSecret } from "./keys.ts";

/*
 * Verification of passkeys (W3C WebAuthn level 3, §7.1 and §7.2) for attestation "none" and the three algorithms asked for.
 * Ours and small, because the library's attestation formats alone are three quarters of a function's size budget; the tests
 * hold it to the library's verdict, ceremony by ceremony.
 */

/** COSE: EdDSA, ES256, RS256. */
export const ALGORITHMS = [-8, -7, -257] as const;

const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(16_384));
const binary = v.pipe(
  base64url,
  v.transform((text) => Buffer.from(text, "base64url")),
);
const common = { id: v.pipe(base64url, v.maxLength(1400)), rawId: base64url, type: v.literal("public-key") };
const ClientData = v.object({
  type: v.string(),
  challenge: v.string(),
  origin: v.string(),
  crossOrigin: v.optional(v.boolean()),
});

export const RegistrationResponse = v.object({
  ...common,
  response: v.object({
    clientDataJSON: binary,
    attestationObject: binary,
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(24))), v.maxLength(8))),
  }),
});
export const AssertionResponse = v.object({
  ...common,
  response: v.object({
    clientDataJSON: binary,
    authenticatorData: binary,
    signature: binary,
    userHandle: v.nullish(binary),
  }),
});
export type RegistrationResponse = v.InferOutput<typeof RegistrationResponse>;
export type AssertionResponse = v.InferOutput<typeof AssertionResponse>;

/** Why a ceremony was refused; for the log, never for the user. */
export class Refused extends Error {}

/** Checks a new passkey. @throws Refused */
export function verifyRegistration(input: RegistrationResponse, challenge: string, site: Site): PasskeyCredential {
  checkClientData(input.response.clientDataJSON, "webauthn.create", challenge, site);
  const attestation = mapOf(readCbor(input.response.attestationObject).value);
  const authData = attestation.get("authData");
  if (!Buffer.isBuffer(authData)) throw new Refused("no authenticator data");
  const { counter, attested } = checkAuthData(authData, site);
  if (attested === null) throw new Refused("no attested credential");
  if (attested.id !== input.id || input.rawId !== input.id) throw new Refused("another credential's id");
  const jwk = jwkOf(mapOf(attested.key));
  createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
  return { id: input.id, jwk, counter, transports: input.response.transports ?? [] };
}

/** Checks a sign-in against the kept passkey and gives the authenticator's new counter. @throws Refused */
export function verifyAssertion(
  input: AssertionResponse,
  kept: PasskeyCredential,
  challenge: string,
  site: Site,
): { counter: number } {
  const { clientDataJSON, authenticatorData, signature } = input.response;
  checkClientData(clientDataJSON, "webauthn.get", challenge, site);
  const { counter } = checkAuthData(authenticatorData, site);
  const signed = Buffer.concat([authenticatorData, digest(clientDataJSON)]);
  const key = createPublicKey({ key: kept.jwk as JsonWebKey, format: "jwk" });
  if (!verify(hashFor(key), signed, key, signature)) throw new Refused("wrong signature");
  // A counter that does not rise tells of a copied authenticator; synced passkeys always say 0.
  if ((counter > 0 || kept.counter > 0) && counter <= kept.counter) throw new Refused("counter did not rise");
  return { counter };
}

const digest = (bytes: Buffer | string): Buffer => createHash("sha256").update(bytes).digest();
const hashFor = (key: KeyObject): string | null => (key.asymmetricKeyType === "ed25519" ? null : "sha256");

function checkClientData(bytes: Buffer, type: string, challenge: string, site: Site): void {
  const data = v.safeParse(v.pipe(v.string(), v.parseJson(), ClientData), bytes.toString("utf8"));
  if (!data.success) throw new Refused("client data is unreadable");
  if (data.output.type !== type) throw new Refused("another ceremony");
  if (!sameSecret(data.output.challenge, challenge)) throw new Refused("another challenge");
  if (data.output.origin !== site.origin) throw new Refused("another origin");
  if (data.output.crossOrigin === true) throw new Refused("asked from within another site");
}

type AuthData = { counter: number; attested: { id: string; key: Cbor } | null };

/** Layout (§6.1): 32 rpIdHash · 1 flags · 4 counter · [16 aaguid · 2 length · id · COSE key] · [extensions]. */
function checkAuthData(bytes: Buffer, site: Site): AuthData {
  if (bytes.length < 37) throw new Refused("authenticator data is too short");
  if (!bytes.subarray(0, 32).equals(digest(site.rpId))) throw new Refused("another site's passkey");
  const flags = bytes.readUInt8(32);
  if ((flags & 0x01) === 0) throw new Refused("nobody was present");
  const { attested, end } = (flags & 0x40) === 0 ? { attested: null, end: 37 } : attestedAt(bytes);
  const last = (flags & 0x80) === 0 ? end : readCbor(bytes, end).end;
  if (last !== bytes.length) throw new Refused("authenticator data has something left over");
  return { counter: bytes.readUInt32BE(33), attested };
}

function attestedAt(bytes: Buffer): { attested: AuthData["attested"]; end: number } {
  const idEnd = 55 + bytes.readUInt16BE(53);
  const { value: key, end } = readCbor(bytes, idEnd);
  return { attested: { id: bytes.subarray(55, idEnd).toString("base64url"), key }, end };
}

function mapOf(value: Cbor): Map<Cbor, Cbor> {
  if (!(value instanceof Map)) throw new Refused("not a CBOR map");
  return value;
}

/** COSE key (RFC 9053) → JWK, for exactly the algorithms asked for. */
function jwkOf(cose: Map<Cbor, Cbor>): Record<string, string> {
  const field = (label: number): string => {
    const bytes = cose.get(label);
    if (!Buffer.isBuffer(bytes)) throw new Refused("incomplete public key");
    return bytes.toString("base64url");
  };
  const kind = [1, 3, -1].map((label) => (typeof cose.get(label) === "number" ? cose.get(label) : "bytes")).join();
  if (kind === "2,-7,1") return { kty: "EC", crv: "P-256", x: field(-2), y: field(-3) };
  if (kind === "1,-8,6") return { kty: "OKP", crv: "Ed25519", x: field(-2) };
  if (kind === "3,-257,bytes") return { kty: "RSA", n: field(-1), e: field(-2) };
  throw new Refused("an algorithm that was not asked for");
}
