import { BUS_SOURCE, type LogDetail, PROGRESS_UPDATED, type ProgressUpdated } from "../../core/contract/bus.ts";
import { uuidV7 } from "../../core/uuid.ts";
import type { WeekFold } from "../../lambdas/adapters/folds.ts";
import { key } from "../../lambdas/adapters/keys.ts";
import { eventOf, ledgerOf } from "../../lambdas/adapters/rows.ts";
import type { Row } from "../../lambdas/adapters/table.ts";
import type { Partition } from "./rows.ts";

/** What goes on the bus to have a function look once more. */
export type Again = { readonly Source: string; readonly DetailType: string; readonly Detail: string };

/** Something that is not as the log says it must be. Names keys and weeks, never a health value. */
export type Finding = {
  readonly person: string;
  readonly what: string;
  /** What puts it right; null: nobody can from here, `hint` says who. */
  readonly again: Again | null;
  readonly hint?: string;
};

/** Has `record` keep an event again, which folds its week and every later one, and then has them planned from. */
export function recordAgain(person: string, row: Row, partition: Partition): Again {
  const light = eventOf(row);
  const ledger = light.type === "session.recorded.v1" ? partition.get(key.trace(light.data.sessionId)) : undefined;
  const event =
    light.type === "session.recorded.v1" && ledger !== undefined
      ? { ...light, data: { ...light.data, trace: ledgerOf(ledger).trace, cues: ledgerOf(ledger).cues } }
      : light;
  const { id, at, deviceId = null } = event;
  const receivedAt = String(row.receivedAt);
  const meta: LogDetail["meta"] = { id, person, deviceId, at, receivedAt, causationId: null, traceId: TRACE };
  return onBus(event.type, { meta, event } satisfies LogDetail);
}

/** Has `plan` decide again and set the alarm. */
export function planAgain(person: string, { week, rev }: WeekFold): Again {
  const news: ProgressUpdated = { person, week, rev, cause: "doctor", traceId: TRACE };
  return onBus(PROGRESS_UPDATED, news);
}

/** One run of the doctor is one trace in the functions' log. */
const TRACE = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))).replace(/-/g, "");

const onBus = (DetailType: string, detail: unknown): Again => ({
  Source: BUS_SOURCE,
  DetailType,
  Detail: JSON.stringify(detail),
});
