import { randomBytes } from "node:crypto";
import type { Context, EventBridgeEvent } from "aws-lambda";
import { ProgressUpdated } from "../../core/contract/bus.ts";
import { parse } from "../../core/contract/parse.ts";
import { emit } from "../adapters/bus.ts";
import { consume } from "../adapters/consume.ts";
import { type HasTime, jitter, until } from "../adapters/pause.ts";
import { schedule } from "../adapters/scheduler.ts";
import { sharing } from "../adapters/sharing.ts";
import { tableStore } from "../adapters/store.ts";
import { glanceRows } from "../adapters/table.ts";
import { plan } from "./plan.ts";

const shared = sharing((person: string, requests: readonly HasTime[]) => {
  const random = () => randomBytes(10);
  const hasTime = () => requests.every((request) => request());
  return plan(
    { store: tableStore, glances: glanceRows, emit, schedule, pause: jitter, hasTime, now: Date.now, random },
    person,
  );
});

/** Target of the rule for `progress.updated`. Throws only what another delivery may mend. */
export const handler = async (delivery: EventBridgeEvent<string, unknown>, context: Context): Promise<void> => {
  const { person, traceId, cause } = parse(ProgressUpdated, delivery.detail);
  await consume("planned", { traceId, correlationId: cause }, () => shared(person, until(context)));
};
