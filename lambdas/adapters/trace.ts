import { AsyncLocalStorage } from "node:async_hooks";

/** Which request set something off (`traceId`), and which event of the log it is about (`correlationId`). Both are in every log line. */
export type Trace = { readonly traceId: string; readonly correlationId?: string };

const current = new AsyncLocalStorage<Trace>();

/** Does some work as part of a trace. Several calls may run in one process at a time, so it goes with the work, not with the process. */
export const traced = <T>(trace: Trace, work: () => T): T => current.run(trace, work);

/** The trace that the running work is part of; an empty id outside of any. */
export const currentTrace = (): Trace => current.getStore() ?? { traceId: "" };

/** W3C Trace Context: version, trace id, parent id, flags. */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
/** What API Gateway adds to a request that has none. */
const AMAZON = /\bRoot=([\w-]{1,64})/;

/** The trace id of a request: the caller's `traceparent`, else the gateway's, else the id of the request. Only ids of these shapes are taken. */
export function traceIdOf(headers: Readonly<Record<string, string | undefined>>, requestId: string): string {
  const own = TRACEPARENT.exec(headers.traceparent ?? "")?.[1];
  return own ?? AMAZON.exec(headers["x-amzn-trace-id"] ?? "")?.[1] ?? requestId;
}
