/**
 * Reads one string table of a package (`assets/raw/locale/*.btxt`), the form zpm compiles `.po` catalogues into: the
 * number of strings, then the offset of each (all 32 bits, big-endian), then the strings in UTF-8 without separators.
 */
export function readBtxt(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0);
  const offset = (index: number) => (index < count ? view.getUint32(4 + 4 * index) : bytes.byteLength);
  return Array.from({ length: count }, (_, i) => new TextDecoder().decode(bytes.subarray(offset(i), offset(i + 1))));
}

/** The catalogue of a language: `TID.btxt` holds the keys, each language's table the texts in the same order. */
export function catalogue(keys: string[], texts: string[]): Map<string, string> {
  return new Map(keys.map((key, index) => [key, texts[index] ?? key]));
}
