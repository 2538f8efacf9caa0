import { BackstrideError } from "../../core/error.ts";
import { type HttpAnswer, type HttpEvent, type HttpHandler, http } from "../adapters/http.ts";
import { type Context, contextOf } from "./context.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { problemOf } from "./requests.ts";

/** From route to endpoint, from error to problem+json. */
export async function handle(ctx: Context, event: HttpEvent): Promise<HttpAnswer> {
  try {
    const endpoint = ENDPOINTS[event.routeKey];
    if (endpoint === undefined) throw new BackstrideError("not_found", "There is nothing at this address.");
    return await endpoint(ctx, event);
  } catch (error) {
    if (error instanceof BackstrideError) return problemOf(event, error);
    throw error;
  }
}

/** Accounts, sign-in, pairing, devices and tokens. */
export const handler: HttpHandler = http((event) => handle(contextOf(event), event));
