import { type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import type { Context } from "./context.ts";

/** A passphrase as it is kept. The cost is kept with it, so that it can be raised later. */
export type PassphraseHash = PassphraseCost & { readonly salt: string; readonly hash: string };

/** What one try at a passphrase costs, in scrypt's words. */
export type PassphraseCost = { readonly n: number; readonly r: number; readonly p: number };

/** OWASP's scrypt setting that fits a small function: 32 MiB, three rounds. */
export const PASSPHRASE_COST: PassphraseCost = { n: 32_768, r: 8, p: 3 };
const BYTES = 32;

/** Compared against when there is no such account, so that the answer takes as long as with one. */
const NOBODY = { salt: Buffer.alloc(16).toString("base64url"), hash: Buffer.alloc(BYTES).toString("base64url") };

export async function hashPassphrase(ctx: Context, passphrase: string): Promise<PassphraseHash> {
  const salt = ctx.random(16).toString("base64url");
  const hash = await derive(passphrase, { salt, ...ctx.passphraseCost });
  return { salt, hash: hash.toString("base64url"), ...ctx.passphraseCost };
}

/** Whether the passphrase is the kept one. Null stands for "no such account" and is never right. */
export async function passphraseMatches(
  ctx: Context,
  passphrase: string,
  kept: PassphraseHash | null,
): Promise<boolean> {
  const against = kept ?? { ...NOBODY, ...ctx.passphraseCost };
  const hash = await derive(passphrase, against);
  return timingSafeEqual(hash, Buffer.from(against.hash, "base64url")) && kept !== null;
}

function derive(passphrase: string, kept: Omit<PassphraseHash, "hash">): Promise<Buffer> {
  const options: ScryptOptions = { N: kept.n, r: kept.r, p: kept.p, maxmem: 256 * kept.n * kept.r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize("NFKC"), Buffer.from(kept.salt, "base64url"), BYTES, options, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}
