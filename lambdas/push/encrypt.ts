import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from "node:crypto";

/** The keys of a subscription, base64url. */
export type Receiver = { readonly p256dh: string; readonly auth: string };
/** Fresh for every message: a key pair of P-256 and 16 random bytes. */
export type Sender = { readonly pair: ECDH; readonly salt: Buffer };

const RECORD_SIZE = 4096;
/** Marks the last record (RFC 8188, 2), and there is only one. */
const LAST = Buffer.from([2]);

export function freshSender(): Sender {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  return { pair, salt: randomBytes(16) };
}

/** Encrypts a message for one browser (RFC 8291 over RFC 8188): only its service worker can read it, not the push service. */
export function encrypt(message: string, { p256dh, auth }: Receiver, { pair, salt }: Sender): Buffer {
  const theirs = Buffer.from(p256dh, "base64url");
  const ours = pair.getPublicKey();
  const shared = pair.computeSecret(theirs);
  const both = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, ours]);
  const secret = derive(shared, Buffer.from(auth, "base64url"), both, 32);
  const contentKey = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createCipheriv("aes-128-gcm", contentKey, nonce);
  const sealed = [cipher.update(Buffer.concat([Buffer.from(message), LAST])), cipher.final(), cipher.getAuthTag()];
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_SIZE);
  return Buffer.concat([salt, size, Buffer.from([ours.length]), ours, ...sealed]);
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, bytes));
