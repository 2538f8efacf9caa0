import { deflateRawSync, inflateRawSync } from "node:zlib";

/** As little as these few kilobytes need; the usual window would be 32 KB, made anew for each text. */
const SMALL = { windowBits: 12, memLevel: 5 };

/** Text as DynamoDB counts it: a plan or a checkpoint says the same words many times, and a write costs by the kilobyte. */
export const squeezed = (text: string): Uint8Array => deflateRawSync(text, SMALL);

/** The text in a member of a row. Rows of earlier versions hold it as it is. */
export const textIn = (member: unknown): string =>
  member instanceof Uint8Array ? inflateRawSync(member).toString() : String(member);
