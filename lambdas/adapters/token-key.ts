import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { GetPublicKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { clientOf } from "./client.ts";

/** The public half of the signing key, as a verifier and as JWKS need it. */
export type TokenKey = {
  readonly kid: string;
  readonly key: KeyObject;
  readonly jwk: { readonly kty: string; readonly n: string; readonly e: string };
};

/** A stranger can invent key ids, so an unknown one asks KMS again at most this often. */
const REFETCH_MS = 60_000;

const client = new KMSClient(clientOf("KMS"));
let cached: { readonly key: TokenKey; readonly at: number } | null = null;

/** The public key, read from KMS once per process. With `kid`: read again when that is another key's id. */
export async function tokenKey(now: number, kid?: string): Promise<TokenKey> {
  const stale = cached === null || (kid !== undefined && kid !== cached.key.kid && now - cached.at >= REFETCH_MS);
  if (cached !== null && !stale) return cached.key;
  cached = { key: await fetchKey(), at: now };
  return cached.key;
}

async function fetchKey(): Promise<TokenKey> {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: process.env.SIGNING_KEY_ID }));
  if (PublicKey === undefined) throw new Error("KMS answered without a public key");
  const key = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
  const { kty, n, e } = key.export({ format: "jwk" });
  if (kty !== "RSA" || n === undefined || e === undefined) throw new Error("The signing key is not an RSA key");
  return { kid: thumbprint(e, n), key, jwk: { kty, n, e } };
}

/** RFC 7638: members in lexical order, no white space. */
function thumbprint(e: string, n: string): string {
  return createHash("sha256")
    .update(JSON.stringify({ e, kty: "RSA", n }))
    .digest("base64url");
}
