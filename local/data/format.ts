import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf, HostError } from "../error.ts";
import { writeWhole } from "./whole-file.ts";

/**
 * The version of what is in a data folder. 1: before this file was written, letters of the dead-letter queues as they are.
 * 2: the queues say what was taken out of them, and the bus keeps an archive.
 * 3: plans and checkpoints are deflated; those of before are read as they are.
 */
export const FORMAT = 3;

const fileIn = (folder: string): string => join(folder, "format");

/**
 * The version of the data in a folder. @param used whether anything was ever kept in it: a new folder is of this version
 * @throws HostError with what to do when a newer version wrote it, or when nobody can tell
 */
export function formatOf(folder: string, used: boolean): number {
  const text = textOf(fileIn(folder));
  if (text === null) return used ? 1 : FORMAT;
  return knownFormat(text.trim(), `The data folder ${folder}`);
}

/** @param what the subject of the sentence, such as "The backup x" */
export function knownFormat(text: string, what: string): number {
  const format = Number(text);
  if (!/^\d{1,6}$/.test(text) || format < 1) {
    throw new HostError(`${what} does not say which version wrote it ("${text.slice(0, 20)}"); put back a backup.`);
  }
  if (format <= FORMAT) return format;
  throw new HostError(
    `${what} was written by a newer Backstride (format ${format}; this one knows up to ${FORMAT}). Update Backstride, then start again; nothing was changed.`,
  );
}

export function writeFormat(folder: string, format: number): void {
  writeWhole(fileIn(folder), `${format}\n`);
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw new HostError(`The file ${file} cannot be read (${codeOf(error) ?? "unknown"}).`, error);
  }
}
