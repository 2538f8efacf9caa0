import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { expect, it } from "vitest";
import { signedHeaders } from "./parameter.ts";

type SourceData = string | ArrayBuffer | ArrayBufferView;
const bytesOf = (data: SourceData): string | Uint8Array => {
  if (typeof data === "string") return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};

/** What the SDK's signer asks of a hash. */
class Sha256 {
  private readonly state;
  constructor(secret?: SourceData) {
    this.state = secret === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(secret));
  }
  update(data: SourceData): void {
    this.state.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.state.digest();
  }
  reset(): void {}
}

it.each([null, "a session's token"])("signs a request as the SDK does (session %j)", async (sessionToken) => {
  const at = new Date("2026-11-24T18:45:07.123Z");
  const body = JSON.stringify({ Name: "/backstride-main/oidc-client-secret", WithDecryption: true });
  const keys = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
  const host = "ssm.eu-central-1.amazonaws.com";
  const ours = signedHeaders(host, body, at, { region: "eu-central-1", ...keys, sessionToken });
  const signer = new SignatureV4({
    service: "ssm",
    region: "eu-central-1",
    sha256: Sha256,
    applyChecksum: false,
    credentials: { ...keys, ...(sessionToken === null ? {} : { sessionToken }) },
  });
  const { authorization: _, "x-amz-date": __, "x-amz-security-token": ___, ...plain } = ours;
  const request = { method: "POST", protocol: "https:", hostname: host, path: "/", headers: { ...plain, host }, body };
  const theirs = await signer.sign(request, { signingDate: at });
  expect(ours.authorization).toBe(theirs.headers.authorization);
});
