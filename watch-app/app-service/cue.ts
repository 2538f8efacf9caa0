import { armAlarms } from "../device/alarm.ts";
import { watchFiles } from "../device/files.ts";
import { openHaptics } from "../device/haptics.ts";
import { cuePreferences } from "../device/store.ts";
import { standIn } from "../logic/backup.ts";
import { ALARM_AFTER_MS } from "../logic/cue-giver.ts";

/** Woken by the alarm while the page is gone: gives the change that is due, arms the next one, is done within 600 ms. */
AppService({
  onInit() {
    try {
      const preferences = cuePreferences();
      const { vibrate, nextAt, given } = standIn(watchFiles, Date.now(), preferences);
      if (vibrate !== null) openHaptics(preferences, null).play(vibrate);
      given();
      armAlarms(nextAt === null ? null : nextAt + ALARM_AFTER_MS);
    } catch (error) {
      console.log("cue", String(error));
    }
  },
});
