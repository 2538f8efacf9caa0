import { send } from "../adapters/bus.ts";
import { bodyOf, callerOf, type HttpHandler, http, json } from "../adapters/http.ts";
import { metric } from "../adapters/log.ts";
import { getRow } from "../adapters/table.ts";
import { ingest } from "./ingest.ts";

/** `POST /v1/events`. */
export const handler: HttpHandler = http(async (event) => {
  const caller = callerOf(event);
  const traceId = event.headers["x-amzn-trace-id"] ?? event.requestContext.requestId;
  const ports = { get: getRow, send, now: Date.now, traceId };
  const answer = await ingest(ports, caller, bodyOf(event));
  metric("EventsAcked", answer.acked.length);
  metric("EventsRejected", answer.rejected.length);
  metric("EventsToRetry", answer.retry.length);
  return json(202, answer);
});
