import { send } from "../adapters/bus.ts";
import { bodyOf, callerOf, type HttpHandler, http, json } from "../adapters/http.ts";
import { metric } from "../adapters/log.ts";
import { getRow } from "../adapters/table.ts";
import { ingest } from "./ingest.ts";

/** The header is the caller's; an X-Ray id has 35 characters, more with its parent. */
const MAX_TRACE_ID = 128;

/** `POST /v1/events`. */
export const handler: HttpHandler = http(async (event) => {
  const caller = callerOf(event);
  const traceId = (event.headers["x-amzn-trace-id"] ?? event.requestContext.requestId).slice(0, MAX_TRACE_ID);
  const ports = { get: getRow, send, now: Date.now, traceId };
  const answer = await ingest(ports, caller, bodyOf(event));
  metric("EventsAcked", answer.acked.length);
  metric("EventsRejected", answer.rejected.length);
  metric("EventsToRetry", answer.retry.length);
  return json(202, answer);
});
