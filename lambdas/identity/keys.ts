import { createHash, timingSafeEqual } from "node:crypto";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Equality in constant time, whatever the lengths. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());

/** What the sort key of a passkey begins with. */
export const PASSKEYS = "CRED#";
/** A passkey's id may be longer than a key of the table. */
export const passkeySort = (id: string): string => PASSKEYS + sha256(id);
export const inviteKey = (code: string): string => `INV#${sha256(code)}`;

/** "Ann", "ann" and a full-width "Ａｎｎ" are one account name. */
export const nameKey = (name: string): string => `NAME#${name.normalize("NFKC").toLowerCase()}`;

/** The table's `ttl` for something that ends at `expiresAt` (ms): a day of slack, in which it can still be told why it ended. */
export const ttlFor = (expiresAt: number): number => Math.ceil(expiresAt / 1000) + 86_400;
