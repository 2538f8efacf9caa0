import type { Context, EventBridgeEvent } from "aws-lambda";
import * as v from "valibot";
import { emit } from "../adapters/bus.ts";
import { consume } from "../adapters/consume.ts";
import { jitter, until } from "../adapters/pause.ts";
import { isDeleted } from "../adapters/people.ts";
import { crowd, sharing } from "../adapters/sharing.ts";
import { tableStore } from "../adapters/store.ts";
import type { Trace } from "../adapters/trace.ts";
import { type FoldPorts, foldFrom } from "./fold.ts";
import { type RecordPorts, record } from "./record.ts";

type Request = { readonly ports: FoldPorts; readonly week: string };

/** Who of a person is storing an event in this process just now. One fold is enough for all of them, so it waits for them. */
const storing = crowd();

/** From the earliest week that somebody asks for, for as long as everybody has time. */
const sharedFold = sharing((person: string, requests: readonly Request[]) => {
  const week = requests.map((request) => request.week).sort()[0] ?? "";
  const hasTime = () => requests.every(({ ports }) => ports.hasTime());
  return foldFrom({ store: tableStore, pause: jitter, hasTime }, person, week);
}, storing.left);

const sharedLook = sharing((person: string) => isDeleted(tableStore, person));

/** Whatever else may be wrong with the detail. */
const Traced = v.object({ meta: v.object({ id: v.string(), traceId: v.string() }) });

function traceOf(detail: unknown): Trace {
  const { success, output } = v.safeParse(Traced, detail);
  return success ? { traceId: output.meta.traceId, correlationId: output.meta.id } : { traceId: "" };
}

/** Target of the rule for log events. Throws only what another delivery may mend. */
export const handler = (delivery: EventBridgeEvent<string, unknown>, context: Context): Promise<void> => {
  let leave = () => {};
  const ports: RecordPorts = {
    store: tableStore,
    emit,
    pause: jitter,
    hasTime: until(context),
    now: Date.now,
    isDeleted: (_, person) => {
      leave = storing.enter(person);
      return sharedLook(person, null);
    },
    fold: (of, person, week) => {
      leave();
      return sharedFold(person, { ports: of, week });
    },
  };
  return consume("recorded", traceOf(delivery.detail), () => record(ports, delivery).finally(() => leave()));
};
