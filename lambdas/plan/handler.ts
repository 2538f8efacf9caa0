import { randomBytes } from "node:crypto";
import type { EventBridgeEvent } from "aws-lambda";
import { ProgressUpdated } from "../../core/contract/bus.ts";
import { parse } from "../../core/contract/parse.ts";
import { emit } from "../adapters/bus.ts";
import { jitter } from "../adapters/pause.ts";
import { schedule } from "../adapters/scheduler.ts";
import { tableStore } from "../adapters/store.ts";
import { plan } from "./plan.ts";

/** Target of the rule for `progress.updated`. Throws only what another delivery may mend. */
export const handler = async (delivery: EventBridgeEvent<string, unknown>): Promise<void> => {
  const { person } = parse(ProgressUpdated, delivery.detail);
  const random = () => randomBytes(10);
  await plan({ store: tableStore, emit, schedule, pause: jitter, now: Date.now, random }, person);
};
