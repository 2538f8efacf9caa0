import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  sign,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../data/whole-file.ts";
import { codeOf, HostError } from "../error.ts";
import { type AwsAnswer, AwsError, type AwsRequest } from "./protocol.ts";

const ALGORITHM = "RSASSA_PKCS1_V1_5_SHA_256";
/** DER of `DigestInfo` for SHA-256 (RFC 8017, 9.2), which goes before a digest that the caller made itself. */
const SHA256_PREFIX = Buffer.from("3031300d060960864801650304020105000420", "hex");

type Keys = ReadonlyMap<string, KeyObject>;

/**
 * KMS for the signing keys of the template: one RSA key file each, readable by its owner only.
 * @throws HostError naming a key file that is damaged
 */
export function keyService(folder: string, arns: readonly string[]): (request: AwsRequest) => AwsAnswer {
  const keys: Keys = new Map(arns.map((arn) => [arn, keyAt(join(folder, `${arn.split("/").pop()}.pem`))]));
  return (request) => {
    const [arn, key] = find(keys, String(request.body.KeyId));
    return { contentType: "application/x-amz-json-1.1", body: act(request, arn, key) };
  };
}

function act(request: AwsRequest, arn: string, key: KeyObject): unknown {
  if (request.target === "TrentService.GetPublicKey") {
    return {
      KeyId: arn,
      KeySpec: "RSA_2048",
      KeyUsage: "SIGN_VERIFY",
      SigningAlgorithms: [ALGORITHM],
      PublicKey: createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64"),
    };
  }
  if (request.target === "TrentService.Sign") {
    return { KeyId: arn, SigningAlgorithm: ALGORITHM, Signature: signature(request.body, key).toString("base64") };
  }
  throw new AwsError(400, "UnsupportedOperationException", `${request.target} is not known here.`);
}

function signature(body: AwsRequest["body"], key: KeyObject): Buffer {
  const message = Buffer.from(String(body.Message), "base64");
  if (body.SigningAlgorithm !== ALGORITHM) {
    throw new AwsError(400, "ValidationException", `Only ${ALGORITHM} is known here, not ${body.SigningAlgorithm}.`);
  }
  if (body.MessageType !== "DIGEST") {
    if (message.length > 4096) throw new AwsError(400, "ValidationException", "A raw message has at most 4096 bytes.");
    return sign("sha256", message, key);
  }
  if (message.length !== 32) throw new AwsError(400, "ValidationException", "A SHA-256 digest has 32 bytes.");
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_PREFIX, message]));
}

function find(keys: Keys, id: string): [string, KeyObject] {
  const found = [...keys].find(([arn]) => arn === id || arn.endsWith(`/${id}`));
  if (found === undefined) throw new AwsError(400, "NotFoundException", `Key ${id} does not exist.`);
  return found;
}

function keyAt(path: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === "rsa") return key;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return newKeyAt(path);
    throw damaged(path, error);
  }
  throw damaged(path);
}

function newKeyAt(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeWhole(path, privateKey.export({ type: "pkcs8", format: "pem" }));
  return privateKey;
}

const damaged = (path: string, cause?: unknown): HostError =>
  new HostError(
    `The signing key ${path} is damaged or cannot be read. Delete it and start again: a new one is made, and nobody has to sign in anew.`,
    cause,
  );
