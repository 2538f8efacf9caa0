import type { Context } from "./context.ts";

/** No vowels, so no words; no letters that look alike (RFC 8628 §6.1): 4.3 bits each. */
const LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

/** Random letters for a person to type. Bytes from 240 on are thrown away: 256 is no multiple of 20, and each shall be equally likely. */
export function letters(ctx: Context, count: number): string {
  let code = "";
  while (code.length < count) {
    for (const byte of ctx.random(count)) if (byte < 240) code += LETTERS[byte % LETTERS.length];
  }
  return code.slice(0, count);
}

/** In groups of four, as they are shown. */
export const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join("-");

/** What was meant by what was typed. */
export const asTyped = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, "");
