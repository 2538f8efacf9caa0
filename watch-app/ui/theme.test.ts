import { expect, test } from "vitest";
import { COLOUR, TONES } from "./theme.ts";

const channel = (value: number): number => {
  const share = value / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (colour: number): number =>
  0.2126 * channel(colour >> 16) + 0.7152 * channel((colour >> 8) & 255) + 0.0722 * channel(colour & 255);

/** WCAG contrast ratio of two colours. */
function contrast(a: number, b: number): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test.each(["text", "dim", "run", "walk", "quiet"] as const)("%s can be read on black", (name) => {
  expect(contrast(COLOUR[name], 0)).toBeGreaterThanOrEqual(4.5);
});

test.each(Object.entries(TONES))("white can be read on a %s button, pressed or not", (_, tone) => {
  expect(contrast(COLOUR.text, tone.normal)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(COLOUR.text, tone.pressed)).toBeGreaterThanOrEqual(4.5);
});
