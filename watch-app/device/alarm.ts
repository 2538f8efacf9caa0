import { cancel, getAllAlarms, set } from "@zos/alarm";

const SERVICE = "app-service/cue";

/** Arms the one alarm of this app at `at` (Unix ms), or none. Alarms know whole seconds only. */
export function armAlarm(at: number | null): void {
  try {
    for (const id of getAllAlarms()) cancel(id);
    if (at !== null && set({ url: SERVICE, time: Math.ceil(at / 1000) }) === 0) console.log("alarm", "refused");
  } catch (error) {
    console.log("alarm", String(error));
  }
}
