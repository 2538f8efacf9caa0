export type Picture = { width: number; height: number; rgba: Uint8ClampedArray<ArrayBuffer> };

const HEADER_BYTES = 18;
const PALETTISED = 1;
const TRUE_COLOUR = 2;

/**
 * Reads the TGA data that zpm writes under `.png` names, after an image id of any length: 8-bit indices into a palette
 * of 32-bit colours (blue, green, red, alpha) for pictures with transparency, 16-bit pixels (5-6-5) without.
 * @throws Error for any other kind of TGA
 */
export function decodeTga(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [idLength, imageType] = [view.getUint8(0), view.getUint8(2)];
  const [colours, colourBits] = [view.getUint16(5, true), view.getUint8(7)];
  const [width, height, pixelBits] = [view.getUint16(12, true), view.getUint16(14, true), view.getUint8(16)];
  const start = HEADER_BYTES + idLength;
  const count = width * height;
  if (imageType === PALETTISED && colourBits === 32) {
    const palette = bytes.subarray(start, start + colours * 4);
    return { width, height, rgba: fromPalette(palette, bytes.subarray(start + colours * 4), count) };
  }
  if (imageType === TRUE_COLOUR && pixelBits === 16) return { width, height, rgba: from565(view, start, count) };
  throw new Error(`This kind of TGA (${imageType}, ${pixelBits} bits) is not read.`);
}

function fromPalette(palette: Uint8Array, pixels: Uint8Array, count: number): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(count * 4);
  for (let i = 0; i < count; i++) {
    const at = (pixels[i] ?? 0) * 4;
    const [blue = 0, green = 0, red = 0, alpha = 255] = palette.subarray(at, at + 4);
    rgba.set([red, green, blue, alpha], i * 4);
  }
  return rgba;
}

function from565(view: DataView, start: number, count: number): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(count * 4);
  for (let i = 0; i < count; i++) {
    const pixel = view.getUint16(start + i * 2, true);
    const [red, green, blue] = [pixel >> 11, (pixel >> 5) & 63, pixel & 31];
    rgba.set([(red * 255) / 31, (green * 255) / 63, (blue * 255) / 31, 255], i * 4);
  }
  return rgba;
}
