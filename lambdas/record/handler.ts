import type { Context, EventBridgeEvent } from "aws-lambda";
import * as v from "valibot";
import { emit } from "../adapters/bus.ts";
import { consume } from "../adapters/consume.ts";
import { jitter, until } from "../adapters/pause.ts";
import { sharing } from "../adapters/sharing.ts";
import { tableStore } from "../adapters/store.ts";
import type { Trace } from "../adapters/trace.ts";
import { type Fold, type FoldPorts, foldFrom } from "./fold.ts";
import { record } from "./record.ts";

type Request = { readonly ports: FoldPorts; readonly week: string };

/** From the earliest week that somebody asks for, for as long as everybody has time. */
const shared = sharing((person: string, requests: readonly Request[]) => {
  const week = requests.map((request) => request.week).sort()[0] ?? "";
  const hasTime = () => requests.every(({ ports }) => ports.hasTime());
  return foldFrom({ store: tableStore, pause: jitter, hasTime }, person, week);
});
const fold: Fold = (ports, person, week) => shared(person, { ports, week });

/** Whatever else may be wrong with the detail. */
const Traced = v.object({ meta: v.object({ id: v.string(), traceId: v.string() }) });

function traceOf(detail: unknown): Trace {
  const { success, output } = v.safeParse(Traced, detail);
  return success ? { traceId: output.meta.traceId, correlationId: output.meta.id } : { traceId: "" };
}

/** Target of the rule for log events. Throws only what another delivery may mend. */
export const handler = (delivery: EventBridgeEvent<string, unknown>, context: Context): Promise<void> => {
  const ports = { store: tableStore, emit, pause: jitter, hasTime: until(context), fold, now: Date.now };
  return consume("recorded", traceOf(delivery.detail), () => record(ports, delivery));
};
