import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { HostError } from "../error.ts";
import { keyService } from "./keys.ts";

const ARN = "arn:aws:kms:local:000000000000:key/Signing";
const KEYS = [{ arn: ARN, spec: "RSA_2048" }];
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backstride-keys-"));
  file = join(folder, "Signing.pem");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes a key once and keeps it", () => {
  keyService(folder, KEYS);
  const made = readFileSync(file, "utf8");
  keyService(folder, KEYS);
  expect(made).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(readFileSync(file, "utf8")).toBe(made);
});

it.each(["", "-----BEGIN PRIVATE KEY-----\nMIIE"])(
  "names a key file that holds only %j, and leaves it alone",
  (half) => {
    writeFileSync(file, half);
    expect(() => keyService(folder, KEYS)).toThrow(HostError);
    expect(() => keyService(folder, KEYS)).toThrow(file);
    expect(readFileSync(file, "utf8")).toBe(half);
  },
);

it("makes a key for push services that signs as their requests need it", () => {
  const arn = ARN.replace("Signing", "Push");
  const serve = keyService(folder, [{ arn, spec: "ECC_NIST_P256" }]);
  const ask = (target: string, body: object) => {
    const request = { method: "POST", path: "/", query: new URLSearchParams(), target: `TrentService.${target}` };
    return serve({ ...request, body: { KeyId: arn, ...body } }).body as Record<string, string>;
  };
  const spki = Buffer.from(String(ask("GetPublicKey", {}).PublicKey), "base64");
  const Message = Buffer.from("a message").toString("base64");
  const { Signature } = ask("Sign", { Message, MessageType: "RAW", SigningAlgorithm: "ECDSA_SHA_256" });
  const key = createPublicKey({ key: spki, format: "der", type: "spki" });
  expect(verify("sha256", Buffer.from("a message"), key, Buffer.from(String(Signature), "base64"))).toBe(true);
  expect(() => keyService(folder, [{ arn, spec: "RSA_2048" }])).toThrow(HostError);
});
