const TABLE: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** CRC-32 (ISO 3309) of an ASCII text as eight hex digits. */
export function crc32(text: string): string {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc = ((TABLE[(crc ^ text.charCodeAt(index)) & 255] ?? 0) ^ (crc >>> 8)) >>> 0;
  }
  return `0000000${((crc ^ 0xffffffff) >>> 0).toString(16)}`.slice(-8);
}
