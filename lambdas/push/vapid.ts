import { KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { clientOf } from "../adapters/client.ts";
import { pushKey } from "../adapters/push-key.ts";

const client = new KMSClient(clientOf("KMS"));
/** A push service takes no longer than a day (RFC 8292, 2). */
const VALID_S = 3600;

/** Half of that, so that one which is used again is good for a while yet. */
const USED_MS = (VALID_S * 1000) / 2;
/** By push service. There are a handful; an address that somebody made up is forgotten with the rest. */
const MOST_SERVICES = 20;
type Signed = { readonly atMs: number; readonly header: Promise<string> };
const signed = new Map<string, Signed>();

/**
 * The `Authorization` of a request to a push service (RFC 8292): says which installation sends, and where its people can be
 * reached. The private key stays in KMS, where each signature costs; so one is used for half an hour.
 * @param audience origin of the push service
 */
export function authorization(audience: string, contact: string, nowMs: number): Promise<string> {
  const earlier = signed.get(audience);
  if (earlier !== undefined && Math.abs(nowMs - earlier.atMs) < USED_MS) return earlier.header;
  if (signed.size >= MOST_SERVICES) signed.clear();
  const header = freshAuthorization(audience, contact, nowMs);
  signed.set(audience, { atMs: nowMs, header });
  header.catch(() => signed.delete(audience));
  return header;
}

async function freshAuthorization(audience: string, contact: string, nowMs: number): Promise<string> {
  const claims = { aud: audience, exp: Math.floor(nowMs / 1000) + VALID_S, sub: contact };
  const input = `${encode({ typ: "JWT", alg: "ES256" })}.${encode(claims)}`;
  const { Signature } = await client.send(
    new SignCommand({
      KeyId: process.env.PUSH_KEY_ID,
      Message: Buffer.from(input),
      MessageType: "RAW",
      SigningAlgorithm: "ECDSA_SHA_256",
    }),
  );
  const signature = rawSignature(Buffer.from(Signature ?? []));
  const key = (await pushKey()).toString("base64url");
  return `vapid t=${input}.${signature.toString("base64url")}, k=${key}`;
}

/** KMS answers in DER (two integers in a sequence); a JWS has the two numbers side by side, 32 bytes each. */
export function rawSignature(der: Buffer): Buffer {
  const first = der.subarray(4, 4 + (der[3] ?? 0));
  const at = 4 + first.length;
  const second = der.subarray(at + 2, at + 2 + (der[at + 1] ?? 0));
  return Buffer.concat([first, second].map(in32Bytes));
}

/** DER leaves leading zeros out, and puts one before a number that would look negative. */
function in32Bytes(number: Buffer): Buffer {
  const digits = number.subarray(-32);
  return Buffer.concat([Buffer.alloc(32 - digits.length), digits]);
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
