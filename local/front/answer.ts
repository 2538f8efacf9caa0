import type { IncomingMessage, ServerResponse } from "node:http";

/** Lambda takes and gives at most 6 MB. */
export const MAX_BODY_BYTES = 6 * 1024 * 1024;

export type Headers = Readonly<Record<string, string>>;

/** Sends a whole answer. The body is left out for HEAD. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: Buffer | string,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status !== 304) response.setHeader("content-length", Buffer.byteLength(body));
  response.statusCode = status;
  response.end(request.method === "HEAD" || status === 304 ? undefined : body);
}

export function sendJson(request: IncomingMessage, response: ServerResponse, status: number, body: unknown): void {
  send(
    request,
    response,
    status,
    { "content-type": "application/json", "cache-control": "no-store" },
    JSON.stringify(body),
  );
}

/** Problem details (RFC 9457) with our stable code. */
export function sendProblem(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: string,
  detail: string,
  headers: Headers = {},
): void {
  const body = { type: `urn:backstride:${code}`, title: code.replace(/_/g, " "), status, code, detail };
  const all = { "content-type": "application/problem+json", "cache-control": "no-store", ...headers };
  send(request, response, status, all, JSON.stringify(body));
}

/** The whole body; null as soon as it is known to be larger than `MAX_BODY_BYTES`, without reading the rest. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
