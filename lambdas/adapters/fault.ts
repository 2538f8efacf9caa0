import { BackstrideError } from "../../core/error.ts";
import type { LogFields } from "./log.ts";

const FRAMES = 3;
/** Where a frame is; the rest of it is names. */
const PLACE = /([\w.-]{1,40}:\d+:\d+)\)?$/;
const CODE = /^\w{1,40}$/;

/**
 * What a log line says of an error: its class, its code, and where it came from, never its message. A sentence about what was
 * wrong with a value may hold the value, and `JSON.parse` quotes what it could not read.
 */
export function faultOf(error: unknown): LogFields {
  const [name, code] = [nameOf(error), codeOf(error)];
  return error instanceof BackstrideError ? { error: name, code } : { error: name, code, at: placesOf(error) };
}

/** The same error for whoever called, who logs it as a whole (Lambda does): class, code and whether to try again. */
export function withoutWords(error: unknown): BackstrideError {
  const code = codeOf(error) ?? "internal";
  const retryable = error instanceof BackstrideError && error.retryable;
  const bare = new BackstrideError(code, "The log says which and where.", { retryable });
  bare.name = nameOf(error);
  return bare;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

function codeOf(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && CODE.test(code) ? code : null;
}

/** `index.mjs:1:2345`, the innermost first; the bundle's source map says the rest. */
function placesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  const last = lines.findLastIndex((line) => !/^\s+at /.test(line));
  const places = lines.slice(last + 1).flatMap((line) => PLACE.exec(line)?.[1] ?? []);
  return places.slice(0, FRAMES).join(" ");
}
