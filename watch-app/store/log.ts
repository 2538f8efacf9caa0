import { asciiJson } from "./ascii.ts";
import { crc32 } from "./crc.ts";
import type { Files } from "./files.ts";

/** One line: checksum, number, JSON. */
export function lineOf(number: number, value: unknown): string {
  const body = `${number} ${asciiJson(value)}`;
  return `${crc32(body)} ${body}`;
}

function parseLine(line: string): { number: number; value: unknown } | null {
  const body = line.slice(9);
  if (line.charAt(8) !== " " || crc32(body) !== line.slice(0, 8)) return null;
  const space = body.indexOf(" ");
  return { number: Number(body.slice(0, space)), value: JSON.parse(body.slice(space + 1)) as unknown };
}

export type LogText = {
  readonly values: readonly unknown[];
  /** False when a line that had been written is missing. */
  readonly whole: boolean;
  /** The number of the next line. */
  readonly next: number;
};

/**
 * The values of a log, from the first to the last. A torn line (a kill or a full disk in the middle of a write) never took
 * effect and is passed over; a damaged one costs that one line, because every line carries its own checksum.
 */
export function readLog(text: string): LogText {
  const values: unknown[] = [];
  let next = 0;
  let whole = true;
  for (const line of text.split("\n")) {
    const parsed = line === "" ? null : parseLine(line);
    if (parsed === null || parsed.number < next) continue;
    if (parsed.number > next) whole = false;
    next = parsed.number + 1;
    values.push(parsed.value);
  }
  return { values, whole, next };
}

export type Log = {
  readonly values: readonly unknown[];
  readonly whole: boolean;
  /**
   * Adds a value; false when it is not on disk yet. The files see to it that it is written together with the next one
   * ({@link remembering}). Two copies: a line without which all the others mean nothing survives damage to one of them.
   */
  append(value: unknown, copies?: 1 | 2): boolean;
};

/** Opens an append-only log. Only one context may write a file: the page or the app-service, never both. */
export function openLog(files: Files, path: string): Log {
  const text = files.read(path) ?? "";
  const { values, whole, next } = readLog(text);
  let count = next;
  return {
    values,
    whole,
    append: (value, copies = 1) => {
      // A break on both sides: what was torn off before, or a damaged break, spoils no other line.
      const text = `\n${lineOf(count, value)}\n`.repeat(copies);
      count += 1;
      return files.append(path, text);
    },
  };
}
