import { KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { clientOf } from "./client.ts";
import type { AccessClaims } from "./token.ts";
import { tokenKey } from "./token-key.ts";

export type Sign = (claims: AccessClaims, now: number) => Promise<string>;

const client = new KMSClient(clientOf("KMS"));
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

/** Signs an access token (compact JWS, RS256). The private key never leaves KMS, so the token is put together here. */
export const signWithKms: Sign = async (claims, now) => {
  const { kid } = await tokenKey(now);
  const input = `${encode({ alg: "RS256", typ: "at+jwt", kid })}.${encode(claims)}`;
  const { Signature } = await client.send(
    new SignCommand({
      KeyId: process.env.SIGNING_KEY_ID,
      Message: Buffer.from(input),
      MessageType: "RAW",
      SigningAlgorithm: "RSASSA_PKCS1_V1_5_SHA_256",
    }),
  );
  if (Signature === undefined) throw new Error("KMS answered without a signature");
  return `${input}.${Buffer.from(Signature).toString("base64url")}`;
};
