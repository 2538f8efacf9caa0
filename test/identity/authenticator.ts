import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

export type Algorithm = "ES256" | "EdDSA" | "RS256";
/** What a test may bend before the authenticator signs. */
export type Twist = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly flags?: number;
  readonly crossOrigin?: boolean;
  readonly counter?: number;
};
type Options = { readonly challenge: string; readonly user?: { readonly id: string } };

const ES = { kty: 2, alg: -7 };

/** A passkey in software: makes attestation "none" registrations and signed assertions as a browser would hand them over. */
export class Authenticator {
  readonly id: Buffer;
  counter = 0;
  userHandle = "";
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject };

  constructor(
    private readonly algorithm: Algorithm = "ES256",
    private readonly origin = "http://localhost:7878",
    private readonly rpId = "localhost",
    idBytes = 32,
  ) {
    this.keys = keysFor(algorithm);
    this.id = createHash("shake256", { outputLength: idBytes })
      .update(this.keys.publicKey.export({ type: "spki", format: "der" }))
      .digest();
  }

  create(options: Options, twist: Twist = {}) {
    this.userHandle = options.user?.id ?? "";
    const clientData = this.clientData("webauthn.create", options.challenge, twist);
    const length = Buffer.from([this.id.length >> 8, this.id.length & 255]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, cbor(this.coseKey())]);
    const authData = Buffer.concat([this.authData(twist.flags ?? 0x45, twist), attested]);
    const attestationObject = cbor(
      new Map<unknown, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]),
    );
    return this.credential({
      clientDataJSON: clientData.toString("base64url"),
      attestationObject: attestationObject.toString("base64url"),
      transports: ["internal"],
    });
  }

  get(options: Options, twist: Twist = {}) {
    const clientData = this.clientData("webauthn.get", options.challenge, twist);
    const authData = this.authData(twist.flags ?? 0x05, twist);
    const signed = Buffer.concat([authData, createHash("sha256").update(clientData).digest()]);
    const hash = this.algorithm === "EdDSA" ? null : "sha256";
    return this.credential({
      clientDataJSON: clientData.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature: sign(hash, signed, this.keys.privateKey).toString("base64url"),
      userHandle: this.userHandle,
    });
  }

  private credential<R>(response: R) {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: string, twist: Twist): Buffer {
    const data = {
      type: twist.type ?? type,
      challenge: twist.challenge ?? challenge,
      origin: twist.origin ?? this.origin,
    };
    return Buffer.from(JSON.stringify({ ...data, crossOrigin: twist.crossOrigin ?? false }));
  }

  private authData(flags: number, twist: Twist): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(twist.counter ?? this.counter);
    const site = createHash("sha256")
      .update(twist.rpId ?? this.rpId)
      .digest();
    return Buffer.concat([site, Buffer.from([flags]), counter]);
  }

  private coseKey(): Map<unknown, unknown> {
    const jwk = this.keys.publicKey.export({ format: "jwk" });
    const part = (value: string | undefined) => Buffer.from(value ?? "", "base64url");
    if (this.algorithm === "EdDSA")
      return new Map<unknown, unknown>([
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, part(jwk.x)],
      ]);
    if (this.algorithm === "RS256")
      return new Map<unknown, unknown>([
        [1, 3],
        [3, -257],
        [-1, part(jwk.n)],
        [-2, part(jwk.e)],
      ]);
    return new Map<unknown, unknown>([
      [1, ES.kty],
      [3, ES.alg],
      [-1, 1],
      [-2, part(jwk.x)],
      [-3, part(jwk.y)],
    ]);
  }
}

function keysFor(algorithm: Algorithm): { publicKey: KeyObject; privateKey: KeyObject } {
  if (algorithm === "EdDSA") return generateKeyPairSync("ed25519");
  if (algorithm === "RS256") return generateKeyPairSync("rsa", { modulusLength: 2048 });
  return generateKeyPairSync("ec", { namedCurve: "P-256" });
}

/** Encodes what the above needs: integers, bytes, text and maps. */
export function cbor(value: unknown): Buffer {
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
}
