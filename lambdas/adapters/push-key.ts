import { GetPublicKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { clientOf } from "./client.ts";

const client = new KMSClient(clientOf("KMS"));
let cached: Buffer | null = null;

/** The public half of the key that signs push requests: an uncompressed P-256 point, 65 bytes. Read from KMS once per process. */
export async function pushKey(): Promise<Buffer> {
  if (cached !== null) return cached;
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: process.env.PUSH_KEY_ID }));
  // The DER of a P-256 key ends with the point.
  const point = Buffer.from(PublicKey ?? []).subarray(-65);
  if (point[0] !== 4 || point.length !== 65) throw new Error("The push key is not a P-256 key");
  cached = point;
  return point;
}
