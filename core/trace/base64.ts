const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 with padding (RFC 4648), written here because the watch has neither `btoa` nor `Buffer`. */
export function toBase64(bytes: readonly number[]): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(index, index + 3);
    const group = (a << 16) | (b << 8) | c;
    const known = Math.min(4, bytes.length - index + 1);
    for (let place = 0; place < 4; place += 1) {
      text += place < known ? ALPHABET.charAt((group >> (18 - 6 * place)) & 63) : "=";
    }
  }
  return text;
}

/** The bytes of a base64 text; characters outside the alphabet end it. */
export function fromBase64(text: string): number[] {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) break;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
  }
  return bytes;
}
