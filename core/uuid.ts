/**
 * UUID version 7 (RFC 9562), lower case: sorted by the time it was made.
 * @param atMs Unix milliseconds
 * @param random ten random bytes; randomness is an argument because core has none
 */
export function uuidV7(atMs: number, random: ArrayLike<number>): string {
  const bytes: number[] = [];
  for (let shift = 5; shift >= 0; shift -= 1) bytes.push(Math.floor(atMs / 2 ** (8 * shift)) % 256);
  for (let index = 0; index < 10; index += 1) bytes.push((random[index] ?? 0) & 255);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => (byte < 16 ? "0" : "") + byte.toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
