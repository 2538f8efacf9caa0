import { describe, expect, it } from "vitest";
import { decodeTga } from "./tga.ts";

/** An 18-byte TGA header with one byte of image id, then `rest`. */
function tga(imageType: number, colours: number, colourBits: number, pixelBits: number, rest: number[]): Uint8Array {
  const header = [1, 0, imageType, 0, 0, colours, 0, colourBits, 0, 0, 0, 0, 2, 0, 1, 0, pixelBits, 0x20];
  return Uint8Array.from([...header, 0xee, ...rest]);
}

describe("the images of a package", () => {
  it("are read with a palette of blue, green, red, alpha", () => {
    const { width, height, rgba } = decodeTga(tga(1, 2, 32, 8, [1, 2, 3, 4, 10, 20, 30, 255, 1, 0]));
    expect([width, height]).toEqual([2, 1]);
    expect([...rgba]).toEqual([30, 20, 10, 255, 3, 2, 1, 4]);
  });

  it("are read with 16-bit pixels", () => {
    expect([...decodeTga(tga(2, 0, 0, 16, [0x00, 0xf8, 0x1f, 0x00])).rgba]).toEqual([255, 0, 0, 255, 0, 0, 255, 255]);
  });

  it("are refused in any other form", () => {
    expect(() => decodeTga(tga(10, 0, 0, 24, []))).toThrow("not read");
  });
});
