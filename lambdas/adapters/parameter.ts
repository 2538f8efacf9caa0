import { createHash, createHmac } from "node:crypto";

/*
 * One call of AWS Systems Manager, signed here (Signature Version 4): a client of the SDK for it would be a dependency and
 * 60 KB for a single request. A test holds the signature to the SDK's own signer.
 */

const SERVICE = "ssm";
const TARGET = "AmazonSSM.GetParameter";
const TYPE = "application/x-amz-json-1.1";
const TIMEOUT_MS = 4_000;

export type Signer = {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of a role's temporary credentials; null for others. */
  readonly sessionToken: string | null;
};

/**
 * A secret that is kept in the Parameter Store as a SecureString.
 * @throws Error with the status, never with what was answered
 */
export async function secretParameter(name: string): Promise<string> {
  const body = JSON.stringify({ Name: name, WithDecryption: true });
  const region = process.env.AWS_REGION ?? "";
  const endpoint = new URL(process.env.AWS_ENDPOINT_URL_SSM ?? `https://ssm.${region}.amazonaws.com`);
  const headers = signedHeaders(endpoint.host, body, new Date(), {
    region,
    accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? "",
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? "",
    sessionToken: process.env.AWS_SESSION_TOKEN ?? null,
  });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(endpoint, { method: "POST", headers, body, signal });
  const answer = response.ok ? ((await response.json()) as { Parameter?: { Value?: string } }) : {};
  if (typeof answer.Parameter?.Value === "string") return answer.Parameter.Value;
  throw new Error(`The parameter ${name} cannot be read: status ${response.status}`);
}

/** The headers of a `GetParameter` with that body, its signature among them. */
export function signedHeaders(host: string, body: string, at: Date, signer: Signer): Record<string, string> {
  const stamp = at.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const token = signer.sessionToken === null ? {} : { "x-amz-security-token": signer.sessionToken };
  const headers = { "content-type": TYPE, "x-amz-date": stamp, ...token, "x-amz-target": TARGET };
  const signed = Object.entries({ ...headers, host }).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = signed.map(([name]) => name).join(";");
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join("");
  const scope = [stamp.slice(0, 8), signer.region, SERVICE, "aws4_request"];
  const request = ["POST", "/", "", lines, names, digest(body)].join("\n");
  const key = scope.reduce<string | Buffer>((before, part) => hmac(before, part), `AWS4${signer.secretAccessKey}`);
  const text = ["AWS4-HMAC-SHA256", stamp, scope.join("/"), digest(request)].join("\n");
  const credential = `${signer.accessKeyId}/${scope.join("/")}`;
  const signature = hmac(key, text).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...headers, authorization };
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
