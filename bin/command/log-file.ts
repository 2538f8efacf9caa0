import { readFile } from "node:fs/promises";
import type { Problem } from "./problem.ts";
import { UsageError } from "./usage.ts";

/** The entries of a log file and where in the file they are; or what is wrong with the file. */
export type LogFile =
  | { readonly entries: readonly unknown[]; readonly at: string }
  | { readonly entries: null; readonly problem: Problem };

/**
 * Reads a JSON array of events, or the export, which has them under `events`.
 * @throws UsageError when there is no such file
 */
export async function readLog(file: string): Promise<LogFile> {
  const text = await textOf(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return wrong("not_json", `is not JSON: ${(error as Error).message}`);
  }
  if (Array.isArray(value)) return { entries: value, at: "$" };
  if (typeof value === "object" && value !== null && "events" in value && Array.isArray(value.events)) {
    return { entries: value.events, at: "$.events" };
  }
  return wrong("invalid", 'must be an array of events, or an object with such an array under "events"');
}

const wrong = (code: string, message: string): LogFile => ({ entries: null, problem: { code, path: "$", message } });

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") throw new UsageError(`no_such_file: there is no file ${file}.`);
    throw new UsageError(`unreadable_file: ${file} cannot be read (${code}).`);
  }
}
