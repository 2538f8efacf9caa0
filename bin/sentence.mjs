import { PlainError } from "./progress.mjs";

const NO_ROOM = /no space left/i;

/**
 * One sentence for the person at the terminal; null for what nobody foresaw, which keeps its stack. Any write may be the first to
 * find the disk full, and its own words would blame what it wrote.
 * @param {unknown} error
 * @returns {string | null}
 */
export function sentenceOf(error) {
  if (!(error instanceof Error)) return null;
  if (NO_ROOM.test(error.message)) {
    return "The disk is full. What was acknowledged is kept: make room, then start Backstride again.";
  }
  return error instanceof PlainError || error.name === "HostError" ? error.message : null;
}
