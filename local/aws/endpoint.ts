import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { type Guard, guarded } from "./guard.mjs";
import { answerLine } from "./line.mjs";
import { AwsError, type AwsRequest, type AwsService } from "./protocol.ts";

const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Listens on a port of the loopback interface that the system chooses. @returns the address */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Opens a line to a listener, past the sockets. @returns the end for who asks */
export function lineTo(listener: RequestListener): MessagePort {
  const { port1, port2 } = new MessageChannel();
  answerLine(port2, listener);
  return port1;
}

/** EventBridge, Scheduler and KMS. `serviceOf` picks by the request's target or path; null answers 404. */
export function awsServices(guard: Guard, serviceOf: (request: AwsRequest) => AwsService | null): RequestListener {
  return guarded(guard, (request, response) => void answer(request, response, serviceOf));
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  serviceOf: (request: AwsRequest) => AwsService | null,
): Promise<void> {
  try {
    const request = await requestOf(incoming);
    const service = serviceOf(request);
    if (service === null)
      throw new AwsError(404, "UnknownOperationException", `${request.target || request.path} is not known here.`);
    const { contentType, body } = await service(request);
    send(response, 200, contentType, body, {});
  } catch (error) {
    const known = error instanceof AwsError ? error : new AwsError(500, "InternalException", String(error));
    const body = { __type: known.code, message: known.message, Message: known.message };
    send(response, known.status, "application/json", body, { "x-amzn-errortype": known.code });
  }
}

async function requestOf(incoming: IncomingMessage): Promise<AwsRequest> {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new AwsError(413, "RequestEntityTooLarge", "The request is too large.");
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    target: String(incoming.headers["x-amz-target"] ?? ""),
    body: text === "" ? {} : JSON.parse(text),
  };
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: unknown,
  headers: Record<string, string>,
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text), ...headers });
  response.end(text);
}
