import type { EventBridgeEvent } from "aws-lambda";
import { emit } from "../adapters/bus.ts";
import { jitter } from "../adapters/pause.ts";
import { tableStore } from "../adapters/store.ts";
import { record } from "./record.ts";

/** Target of the rule for log events. Throws only what another delivery may mend. */
export const handler = (delivery: EventBridgeEvent<string, unknown>): Promise<void> =>
  record({ store: tableStore, emit, pause: jitter, now: Date.now }, delivery);
