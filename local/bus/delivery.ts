import type { FunctionError } from "../functions/worker.ts";

/** One call that somebody is waiting for nobody to hear the answer of: from a rule, or from a schedule. */
export type Delivery = {
  readonly id: string;
  readonly functionArn: string;
  readonly payload: unknown;
  /** Queue for what cannot even be handed over, because its function is gone. */
  readonly deadLetter: string | null;
  readonly acceptedAt: number;
  /** Failed calls so far. */
  readonly failures: number;
  readonly dueAt: number;
};
export type NewDelivery = Pick<Delivery, "functionArn" | "payload" | "deadLetter">;

/** The record that Lambda sends to an on-failure destination. */
export function failureRecord(delivery: Delivery, count: number, condition: string, error: FunctionError, now: number) {
  const { functionArn, id, payload } = delivery;
  return {
    version: "1.0",
    timestamp: new Date(now).toISOString(),
    requestContext: { requestId: id, functionArn: `${functionArn}:$LATEST`, condition, approximateInvokeCount: count },
    requestPayload: payload,
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    responsePayload: error,
  };
}

/** Lambda waits about one minute after the first failure and two after the second. */
const RETRY_AFTER_MS: readonly number[] = [60_000, 120_000];
/** The last part of a wait is random, so that deliveries that failed together are not tried together again. */
const RANDOM_PART = 0.25;
/** Milliseconds from a failure, the first being 1, to the next call. */
export function waitAfter(failures: number): number {
  return Math.round((RETRY_AFTER_MS[failures - 1] ?? 120_000) * (1 - RANDOM_PART * Math.random()));
}
