import { cancel, getAllAlarms, REPEAT_DAY, REPEAT_ONCE, set } from "@zos/alarm";
import { nextMorningAt } from "../logic/morning.ts";
import { utcOffsetMin } from "./clock.ts";
import { storedPlan } from "./store.ts";

const CUE = "app-service/cue";
const MORNING = "app-service/morning";

/** Alarms know whole seconds only. */
function arm(url: string, at: number, daily: boolean): void {
  const repeat_type = daily ? REPEAT_DAY : REPEAT_ONCE;
  // The one of every morning outlives a reboot; a session is taken up by its journal instead.
  if (set({ url, time: Math.ceil(at / 1000), repeat_type, store: daily }) === 0) console.log("alarm", "refused", url);
}

/**
 * Arms the alarms of this app: the one that stands in for the session page at `cueAt` (Unix ms; null: none) and the one of every
 * morning. Which alarm is whose cannot be asked, so all are set anew.
 */
export function armAlarms(cueAt: number | null): void {
  try {
    for (const id of getAllAlarms()) cancel(id);
    if (cueAt !== null) arm(CUE, cueAt, false);
    arm(MORNING, nextMorningAt(Date.now(), utcOffsetMin(), storedPlan()?.profile.wakeUp), true);
  } catch (error) {
    console.log("alarm", String(error));
  }
}
