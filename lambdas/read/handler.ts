import { BackstrideError } from "../../core/error.ts";
import { type HttpHandler, http } from "../adapters/http.ts";
import { tableGlance, tableReader } from "../adapters/store.ts";
import { ENDPOINTS } from "./endpoints.ts";

/** Every `GET` of a person's own data. */
export const handler: HttpHandler = http(async (event) => {
  const endpoint = ENDPOINTS[event.routeKey];
  if (endpoint === undefined) throw new BackstrideError("not_found", "There is no such route.");
  return endpoint({ store: tableGlance, sure: tableReader, now: Date.now }, event);
});
