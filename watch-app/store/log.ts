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
  /** False when a line that had been written is missing: what follows it is not used. */
  readonly whole: boolean;
};

/**
 * The values of a log, from the first to the last in unbroken order. A torn line (a kill or a full disk in the middle of a
 * write) never took effect and is passed over; a damaged one in the middle ends the log there.
 */
export function readLog(text: string): LogText {
  const values: unknown[] = [];
  for (const line of text.split("\n")) {
    const parsed = line === "" ? null : parseLine(line);
    if (parsed === null || parsed.number < values.length) continue;
    if (parsed.number > values.length) return { values, whole: false };
    values.push(parsed.value);
  }
  return { values, whole: true };
}

export type Log = {
  readonly values: readonly unknown[];
  readonly whole: boolean;
  /** Adds a value; false when it is not on disk yet. It is then written together with the next one. */
  append(value: unknown): boolean;
};

/** Opens an append-only log. Only one context may write a file: the page or the app-service, never both. */
export function openLog(files: Files, path: string): Log {
  const text = files.read(path) ?? "";
  const { values, whole } = readLog(text);
  let count = values.length;
  let unwritten = text === "" || text.endsWith("\n") ? "" : "\n";
  return {
    values,
    whole,
    append: (value) => {
      unwritten += `${lineOf(count, value)}\n`;
      count += 1;
      if (!files.append(path, unwritten)) {
        // Part of it may be there: the next try starts on a new line, and lines that came twice are passed over.
        if (!unwritten.startsWith("\n")) unwritten = `\n${unwritten}`;
        return false;
      }
      unwritten = "";
      return true;
    },
  };
}
