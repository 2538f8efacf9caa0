import { send } from "../adapters/bus.ts";
import { bodyOf, callerOf, type HttpHandler, http, json } from "../adapters/http.ts";
import { log, metric } from "../adapters/log.ts";
import { countRow, glanceRows } from "../adapters/table.ts";
import { currentTrace } from "../adapters/trace.ts";
import { ingest } from "./ingest.ts";
import { pacing } from "./pace.ts";

const pace = pacing(countRow);

/** `POST /v1/events`. */
export const handler: HttpHandler = http(async (event) => {
  const caller = callerOf(event);
  await pace(caller, Date.now());
  const { traceId } = currentTrace();
  const answer = await ingest({ glance: glanceRows, send, now: Date.now, traceId }, caller, bodyOf(event));
  metric("EventsAcked", answer.acked.length);
  metric("EventsRejected", answer.rejected.length);
  metric("EventsToRetry", answer.retry.length);
  for (const correlationId of answer.acked) log("info", "taken", { correlationId });
  return json(202, answer);
});
