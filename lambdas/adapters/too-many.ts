import { BackstrideError } from "../../core/error.ts";

/** A `too_many` that ends at an instant. @param until epoch milliseconds */
export function tooMany(sentence: string, until: number): BackstrideError {
  return new BackstrideError("too_many", sentence, { cause: { retryAt: new Date(until).toISOString() } });
}

/** When a `too_many` ends, ISO 8601; null for any other error. */
export function retryAtOf(error: BackstrideError): string | null {
  if (error.code !== "too_many") return null;
  return (error.cause as { retryAt: string }).retryAt;
}
