import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { ACCOUNT } from "../template/resolve.ts";
import type { Match } from "./routes.ts";

export type EventParts = {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly match: Match;
  readonly now: number;
  readonly domain: string;
};

const TEXT = /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded)|application\/[\w.-]+\+json)/;

/** The event of API Gateway's HTTP API, payload format 2.0, without body and authorizer. */
export function eventOf({ request, url, match, now, domain }: EventParts) {
  const { cookie, ...headers } = request.headers;
  const query = new Map<string, string>();
  for (const [name, value] of url.searchParams)
    query.set(name, query.has(name) ? `${query.get(name)},${value}` : value);
  return {
    version: "2.0",
    routeKey: match.route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    ...(query.size === 0 ? {} : { queryStringParameters: Object.fromEntries(query) }),
    ...(Object.keys(match.parameters).length === 0 ? {} : { pathParameters: match.parameters }),
    requestContext: requestContextOf({ request, url, match, now, domain }),
  };
}

function requestContextOf({ request, url, match, now, domain }: EventParts) {
  return {
    accountId: ACCOUNT,
    apiId: "local",
    domainName: domain,
    domainPrefix: domain.split(".")[0] ?? domain,
    http: {
      method: request.method ?? "GET",
      path: url.pathname,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? "127.0.0.1",
      userAgent: request.headers["user-agent"] ?? "",
    },
    requestId: randomUUID(),
    routeKey: match.route.key,
    stage: "$default",
    time: new Date(now).toUTCString(),
    timeEpoch: Math.round(now),
  };
}

export type HttpEvent = ReturnType<typeof eventOf>;

/** How a body travels: as text for the usual text types, else as base64. */
export function bodyMembers(body: Buffer, contentType: string | undefined) {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = contentType !== undefined && TEXT.test(contentType);
  return { body: body.toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
}

/** The event of a REQUEST authorizer with payload format 2.0. */
export function authorizerEventOf(event: HttpEvent) {
  return {
    ...event,
    type: "REQUEST",
    routeArn: `arn:aws:execute-api:local:${ACCOUNT}:local/$default/${event.routeKey.replace(" ", "")}`,
    identitySource: null,
  };
}
