import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Problem } from "../../core/contract/api.ts";
import { BackstrideError } from "../../core/error.ts";
import { economical } from "./economy.ts";
import { faultOf } from "./fault.ts";
import { log } from "./log.ts";
import { retryAtOf } from "./too-many.ts";
import { traced, traceIdOf } from "./trace.ts";

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpAnswer = APIGatewayProxyStructuredResultV2;
export type HttpHandler = (event: HttpEvent) => Promise<HttpAnswer>;

/** Who is calling, as `authorize` found out. */
export type Caller = { readonly person: string; readonly deviceId: string | null; readonly scopes: readonly string[] };

const STATUS: Readonly<Record<string, number>> = {
  invalid: 400,
  unauthorized: 401,
  expired: 401,
  forbidden: 403,
  reauthenticate: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

export function json(statusCode: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer {
  return {
    statusCode,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}

/** Problem details for an error, a `too_many` with when to try again; anything that is not ours becomes a plain 500 without a word about its inside. */
export function problem(error: BackstrideError, extra: Record<string, unknown> = {}): HttpAnswer {
  const status = STATUS[error.code] ?? 400;
  const retryAt = retryAtOf(error);
  const body: Problem = {
    type: `urn:backstride:${error.code}`,
    title: error.code.replace(/_/g, " "),
    status,
    code: error.code,
    detail: error.message,
    ...(error.field === null ? {} : { field: error.field }),
    ...(retryAt === null ? {} : { retryAt }),
    ...extra,
  };
  return json(status, body, { "content-type": "application/problem+json", ...retryAfter(retryAt) });
}

/** Whole seconds from now (RFC 9110, 10.2.3). */
function retryAfter(retryAt: string | null): Record<string, string> {
  if (retryAt === null) return {};
  return { "retry-after": String(Math.max(1, Math.ceil((Date.parse(retryAt) - Date.now()) / 1000))) };
}

/** Wraps a handler: it runs as part of its request's trace; our errors become problem+json, others are logged by name and answered as 500. */
export function http(handler: HttpHandler): HttpHandler {
  return (event) => {
    const traceId = traceIdOf(event.headers, event.requestContext.requestId);
    return traced({ traceId }, async () => {
      try {
        return economical(event, await handler(event));
      } catch (error) {
        return answerTo(error, event.routeKey);
      }
    });
  };
}

function answerTo(error: unknown, route: string): HttpAnswer {
  if (error instanceof BackstrideError) return problem(error);
  log("error", "unexpected", { route, ...faultOf(error) });
  const hidden = {
    type: "urn:backstride:internal",
    title: "internal",
    status: 500,
    code: "internal",
    detail: "Something went wrong here. Try again.",
  };
  return json(500, hidden, { "content-type": "application/problem+json" });
}

/** The JSON body. @throws BackstrideError `invalid` when it is no JSON, `too_large` above `maxBytes`. */
export function bodyOf(event: HttpEvent, maxBytes = 65_536): unknown {
  const raw =
    event.isBase64Encoded === true ? Buffer.from(event.body ?? "", "base64").toString("utf8") : (event.body ?? "");
  if (Buffer.byteLength(raw) > maxBytes) {
    throw new BackstrideError("too_large", `The body is larger than ${maxBytes} bytes; send fewer events at a time.`, {
      field: "body",
    });
  }
  try {
    return JSON.parse(raw);
  } catch (cause) {
    throw new BackstrideError("invalid", "The body is not valid JSON.", { field: "body", cause });
  }
}

/** A simple-response authorizer cannot answer with a body of its own, so `authorize` lets the problem through to here. */
const REFUSALS: Readonly<Record<string, string>> = {
  expired: "This sign-in has run out. Refresh it, then try again.",
  unauthorized: "This sign-in is not valid any more. Sign in again, or pair the watch again.",
  forbidden: "This sign-in does not allow that.",
  reauthenticate: "This needs a sign-in of the last five minutes. Sign in again, then repeat it.",
};

/** The caller that `authorize` put into the request. @throws BackstrideError `unauthorized`, `expired` or `forbidden` */
export function callerOf(event: HttpEvent): Caller {
  const context = verdictOn(event);
  const refusal = typeof context?.problem === "string" ? context.problem : null;
  if (refusal !== null) throw new BackstrideError(refusal, REFUSALS[refusal] ?? "Sign in first.");
  if (typeof context?.person !== "string" || context.person === "")
    throw new BackstrideError("unauthorized", "Sign in first.");
  return {
    person: context.person,
    deviceId: typeof context.deviceId === "string" && context.deviceId !== "" ? context.deviceId : null,
    scopes: typeof context.scopes === "string" ? context.scopes.split(" ") : [],
  };
}

/** When the caller last showed who they are, epoch seconds; 0 for a device. */
export const authTimeOf = (event: HttpEvent): number => Number(verdictOn(event)?.authTime ?? 0);

const verdictOn = (event: HttpEvent): Record<string, unknown> | undefined =>
  (event.requestContext as { authorizer?: { lambda?: Record<string, unknown> } }).authorizer?.lambda;
