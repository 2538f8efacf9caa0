import { BackstrideError } from "../error.ts";

/** @throws BackstrideError always: the entry does not fit the session as it is. */
export function refuse(code: string, message: string): never {
  throw new BackstrideError(code, message);
}
