import { cancel, getAllAlarms, REPEAT_DAY, REPEAT_ONCE, set } from "@zos/alarm";
import { nextMorningAt } from "../logic/morning.ts";
import { nextReminderAt, reminderFor } from "../logic/reminder.ts";
import { utcOffsetMin } from "./clock.ts";
import { phoneChoices, storedPlan } from "./store.ts";

const CUE = "app-service/cue";
const MORNING = "app-service/morning";
const REMIND = "app-service/remind";

type Alarm = { readonly url: string; readonly at: number; readonly daily: boolean; readonly param?: string };

/** Alarms know whole seconds only. */
function arm({ url, at, daily, param = "" }: Alarm): void {
  const repeat_type = daily ? REPEAT_DAY : REPEAT_ONCE;
  // The ones of every day outlive a reboot; a session is taken up by its journal instead.
  const id = set({ url, param, time: Math.ceil(at / 1000), repeat_type, store: daily });
  if (id === 0) console.log("alarm", "refused", url);
}

/**
 * Arms the alarms of this app: the one that stands in for the session page at `cueAt` (Unix ms; null: none), the one of every
 * morning and the one that calls to the planned session. Which alarm is whose cannot be asked, so all are set anew.
 */
export function armAlarms(cueAt: number | null): void {
  try {
    for (const id of getAllAlarms()) cancel(id);
    const now = Date.now();
    const stored = storedPlan();
    if (cueAt !== null) arm({ url: CUE, at: cueAt, daily: false });
    arm({ url: MORNING, at: nextMorningAt(now, utcOffsetMin(), stored?.profile.wakeUp), daily: true });
    const at = phoneChoices().reminder ? nextReminderAt(now, utcOffsetMin(), stored) : null;
    const param = stored === null ? null : reminderFor(stored);
    // Every day until the plan changes: a missed day is met with what holds on the next.
    if (at !== null && param !== null) arm({ url: REMIND, at, daily: true, param });
  } catch (error) {
    console.log("alarm", String(error));
  }
}
