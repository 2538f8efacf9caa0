/** JSON in plain ASCII, so that one character is one byte and no text encoder is needed. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${`000${character.charCodeAt(0).toString(16)}`.slice(-4)}`,
  );
}

export function toBuffer(text: string): ArrayBuffer {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index) & 255;
  return bytes.buffer;
}

export function fromBuffer(buffer: ArrayBuffer): string {
  const parts: string[] = [];
  const bytes = new Uint8Array(buffer);
  // In blocks: a long argument list overflows the small stack of the watch.
  for (let index = 0; index < bytes.length; index += 512) {
    parts.push(String.fromCharCode(...bytes.subarray(index, index + 512)));
  }
  return parts.join("");
}
