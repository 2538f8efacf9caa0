/** Every pair keeps a contrast of 4.5:1 or more on black; a word or shape always says the same as the colour. */
export const COLOUR = {
  text: 0xffffff,
  dim: 0xb8c0c8,
  button: 0x2b343c,
  pressed: 0x46525c,
  primary: 0x0f6f4f,
  primaryPressed: 0x147a57,
  warn: 0x9a2f14,
  warnPressed: 0xb8431f,
  run: 0xe69f00,
  walk: 0x56b4e9,
  quiet: 0x9aa3ad,
} as const;

export type Tone = "plain" | "primary" | "warn";

export const TONES: Readonly<Record<Tone, { readonly normal: number; readonly pressed: number }>> = {
  plain: { normal: COLOUR.button, pressed: COLOUR.pressed },
  primary: { normal: COLOUR.primary, pressed: COLOUR.primaryPressed },
  warn: { normal: COLOUR.warn, pressed: COLOUR.warnPressed },
};
