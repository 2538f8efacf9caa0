import { BackstrideError } from "../../core/error.ts";
import { type HttpHandler, http } from "../adapters/http.ts";
import { contextOf } from "./context.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { problemOf } from "./requests.ts";

/** Accounts, sign-in, pairing, devices and tokens: from route to endpoint, from error to problem+json. */
export const handler: HttpHandler = http(async (event) => {
  const endpoint = ENDPOINTS[event.routeKey];
  if (endpoint === undefined) throw new BackstrideError("not_found", "There is nothing at this address.");
  try {
    return await endpoint(contextOf(event), event);
  } catch (error) {
    if (error instanceof BackstrideError) return problemOf(event, error);
    throw error;
  }
});
