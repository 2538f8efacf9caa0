import { fromBase64, toBase64 } from "./base64.ts";

/** Seconds between two samples of a recorded session. */
export const TRACE_EVERY_S = 5;

const SMALL = 7;
const ESCAPE = 15;

/**
 * Packs a series of whole numbers 0–255 (heart rate in bpm, cadence in steps per minute; 0 = no reading) as base64.
 * Each sample is one nibble: its difference to the one before plus 7, or 15 followed by two nibbles with the value itself.
 * An hour of both series every 5 s takes about 1 KB.
 */
export function encodeTrace(values: readonly number[]): string {
  const nibbles: number[] = [];
  let last = 0;
  for (const raw of values) {
    const value = Math.max(0, Math.min(255, Math.round(raw) || 0));
    const step = value - last;
    if (Math.abs(step) <= SMALL) nibbles.push(step + SMALL);
    else nibbles.push(ESCAPE, value >> 4, value & 15);
    last = value;
  }
  // An escape with nothing behind it is the padding of an odd count.
  if (nibbles.length % 2 === 1) nibbles.push(ESCAPE);
  const bytes: number[] = [];
  for (let index = 0; index < nibbles.length; index += 2) {
    bytes.push(((nibbles[index] ?? 0) << 4) | (nibbles[index + 1] ?? 0));
  }
  return toBase64(bytes);
}

/** The series that {@link encodeTrace} packed. A damaged text gives the samples before the damage. */
export function decodeTrace(text: string): number[] {
  const nibbles = fromBase64(text).flatMap((byte) => [byte >> 4, byte & 15]);
  const values: number[] = [];
  let last = 0;
  for (let index = 0; index < nibbles.length; index += 1) {
    const nibble = nibbles[index] ?? ESCAPE;
    if (nibble === ESCAPE) {
      if (index + 2 >= nibbles.length) break;
      last = ((nibbles[index + 1] ?? 0) << 4) | (nibbles[index + 2] ?? 0);
      index += 2;
    } else {
      last += nibble - SMALL;
    }
    values.push(last);
  }
  return values;
}
