import * as v from "valibot";
import { weekOf } from "../../core/calendar/calendar.ts";
import { LogDetail, PROGRESS_UPDATED, type ProgressUpdated } from "../../core/contract/bus.ts";
import { subjectDate } from "../../core/progress/order.ts";
import type { Emit } from "../adapters/bus.ts";
import { metric } from "../adapters/log.ts";
import type { isDeleted } from "../adapters/people.ts";
import { rowsOf } from "../adapters/rows.ts";
import type { Store } from "../adapters/store.ts";
import type { Row } from "../adapters/table.ts";
import type { Fold, FoldPorts } from "./fold.ts";
import { quarantine } from "./quarantine.ts";

export type RecordPorts = FoldPorts & {
  readonly isDeleted: typeof isDeleted;
  readonly fold: Fold;
  readonly emit: Emit;
  readonly now: () => number;
};
/** A delivery of the bus: its own id, and a detail that nobody has checked yet. */
export type Delivery = { readonly id: string; readonly detail: unknown };

/**
 * Keeps one log event and folds the log from its week on. Safe to run any number of times, in any order, beside itself, and
 * after a crash at any point: rows are put only where there are none, and everything after them is done every time.
 * A person who is deleted gets nothing stored any more; an event that cannot be kept goes to quarantine and blocks nobody.
 * @throws BackstrideError `unavailable`, retryable: deliver again
 */
export async function record(ports: RecordPorts, delivery: Delivery): Promise<void> {
  const parsed = v.safeParse(LogDetail, delivery.detail);
  if (!parsed.success) return quarantine(ports, delivery, "invalid");
  const { meta, event } = parsed.output;
  const { person } = meta;
  if (await ports.isDeleted(ports.store, person)) return metric("EventsAfterDeletion", 1);
  const week = weekOf(subjectDate(event));
  const rows = rowsOf(event, { person, week, receivedAt: meta.receivedAt });
  if (!(await keepAll(ports.store, rows))) return quarantine(ports, delivery, "conflict");
  const folds = await ports.fold(ports, person, week);
  const rev = folds.find((fold) => fold.week === week)?.rev ?? 0;
  const news: ProgressUpdated = { person, week, rev, cause: event.id, traceId: meta.traceId };
  await ports.emit(PROGRESS_UPDATED, news);
}

/** Puts rows where there are none. False when an id is taken by other content; the rows after it are then not put. */
async function keepAll(store: Store, rows: readonly Row[]): Promise<boolean> {
  const [claim] = rows;
  for (const row of rows) {
    if (await store.put(row, { absent: true })) continue;
    const kept = await store.get(row.pk, row.sk);
    if (kept?.hash === row.hash) continue;
    // A session's id was taken: the claim of the event's own id, put before, says that no entry will follow.
    if (claim !== undefined && claim !== row) await store.put({ ...claim, refused: true });
    return false;
  }
  return true;
}
