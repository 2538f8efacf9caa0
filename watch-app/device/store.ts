import { type Days, isObject, readPlanAnswer, type WatchPlan } from "../logic/plan.ts";
import type { SyncResult } from "../logic/sync.ts";
import { openJournal } from "../store/journal.ts";
import { openOutbox } from "../store/outbox.ts";
import { slots } from "../store/slots.ts";
import { dateIn } from "./clock.ts";
import { watchFiles } from "./files.ts";
import { modelName } from "./screen.ts";

const plans = slots(watchFiles, "plan");
const syncs = slots(watchFiles, "sync");
const runs = slots(watchFiles, "run");

export const made = () => ({ app: APP_VERSION, device: modelName() });

/** The plan as it was last received; null before the first. */
export const storedPlan = (): WatchPlan | null => readPlanAnswer(plans.read());
export const keepPlan = (plan: WatchPlan): boolean => plans.write(plan);

export type LastSync = SyncResult & { readonly at: number };

export function lastSync(): LastSync | null {
  const value = syncs.read();
  return isObject(value) && typeof value.at === "number" ? (value as unknown as LastSync) : null;
}
export const keepSync = (result: LastSync): boolean => syncs.write(result);

/** The local date of the last run on this watch. */
export const keepLastRun = (date: string): boolean => runs.write(date);

export function days(): Days {
  const last = runs.read();
  return {
    today: dateIn(0),
    yesterday: dateIn(-1),
    tomorrow: dateIn(1),
    lastRun: typeof last === "string" ? last : null,
  };
}

export const journal = () => openJournal(watchFiles);
export const outbox = () => openOutbox(watchFiles);
