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

/** What the template may ask for, and the one way that we use each. */
const ALGORITHMS = { RSA_2048: "RSASSA_PKCS1_V1_5_SHA_256", ECC_NIST_P256: "ECDSA_SHA_256" } as const;
type Spec = keyof typeof ALGORITHMS;
export type KeyWanted = { readonly arn: string; readonly spec: string };

/** DER of `DigestInfo` for SHA-256 (RFC 8017, 9.2), which goes before a digest that the caller made itself. */
const SHA256_PREFIX = Buffer.from("3031300d060960864801650304020105000420", "hex");

type Keys = ReadonlyMap<string, KeyObject>;

/**
 * KMS for the signing keys of the template: one key file each, readable by its owner only.
 * @throws HostError naming a key file that is damaged
 */
export function keyService(folder: string, wanted: readonly KeyWanted[]): (request: AwsRequest) => AwsAnswer {
  const keys: Keys = new Map(
    wanted.map(({ arn, spec }) => [arn, keyAt(join(folder, `${arn.split("/").pop()}.pem`), known(spec))]),
  );
  return (request) => {
    const [arn, key] = find(keys, String(request.body.KeyId));
    return { contentType: "application/x-amz-json-1.1", body: act(request, arn, key) };
  };
}

function known(spec: string): Spec {
  if (spec in ALGORITHMS) return spec as Spec;
  throw new HostError(`The stack has a key of the kind ${spec}, which this computer does not know.`);
}

const specOf = (key: KeyObject): Spec => (key.asymmetricKeyType === "rsa" ? "RSA_2048" : "ECC_NIST_P256");

function act(request: AwsRequest, arn: string, key: KeyObject): unknown {
  const SigningAlgorithm = ALGORITHMS[specOf(key)];
  if (request.target === "TrentService.GetPublicKey") {
    return {
      KeyId: arn,
      KeySpec: specOf(key),
      KeyUsage: "SIGN_VERIFY",
      SigningAlgorithms: [SigningAlgorithm],
      PublicKey: createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64"),
    };
  }
  if (request.target === "TrentService.Sign") {
    return { KeyId: arn, SigningAlgorithm, Signature: signature(request.body, key).toString("base64") };
  }
  throw new AwsError(400, "UnsupportedOperationException", `${request.target} is not known here.`);
}

function signature(body: AwsRequest["body"], key: KeyObject): Buffer {
  const message = Buffer.from(String(body.Message), "base64");
  const algorithm = ALGORITHMS[specOf(key)];
  if (body.SigningAlgorithm !== algorithm) {
    throw new AwsError(400, "ValidationException", `This key signs by ${algorithm}, not ${body.SigningAlgorithm}.`);
  }
  if (body.MessageType !== "DIGEST") {
    if (message.length > 4096) throw new AwsError(400, "ValidationException", "A raw message has at most 4096 bytes.");
    return sign("sha256", message, key);
  }
  if (specOf(key) !== "RSA_2048") throw new AwsError(400, "ValidationException", "This key signs raw messages here.");
  if (message.length !== 32) throw new AwsError(400, "ValidationException", "A SHA-256 digest has 32 bytes.");
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_PREFIX, message]));
}

function find(keys: Keys, id: string): [string, KeyObject] {
  const found = [...keys].find(([arn]) => arn === id || arn.endsWith(`/${id}`));
  if (found === undefined) throw new AwsError(400, "NotFoundException", `Key ${id} does not exist.`);
  return found;
}

function keyAt(path: string, spec: Spec): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(path));
    if (specOf(key) === spec) return key;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return newKeyAt(path, spec);
    throw damaged(path, error);
  }
  throw damaged(path);
}

function newKeyAt(path: string, spec: Spec): KeyObject {
  const { privateKey } =
    spec === "RSA_2048"
      ? generateKeyPairSync("rsa", { modulusLength: 2048 })
      : generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  writeWhole(path, privateKey.export({ type: "pkcs8", format: "pem" }));
  return privateKey;
}

const damaged = (path: string, cause?: unknown): HostError =>
  new HostError(
    `The signing key ${path} is damaged or cannot be read. Delete it and start again: a new one is made, and nobody has to sign in anew.`,
    cause,
  );
