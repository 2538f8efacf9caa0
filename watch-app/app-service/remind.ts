import { getText } from "@zos/i18n";
import { notify } from "@zos/notification";
import { armAlarms } from "../device/alarm.ts";
import { days, lastSession, phoneChoices, sessionOpen, storedPlan } from "../device/store.ts";
import { detailsOf } from "../logic/home.ts";
import { callsNow } from "../logic/reminder.ts";

/** Woken at the plan's time: calls to today's session. Armed for another plan it is silent and arms itself for this one. */
AppService({
  onInit(param) {
    try {
      // The alarms of a session under way stay as they are.
      if (sessionOpen()) return;
      const stored = storedPlan();
      if (phoneChoices().reminder && callsNow(stored, param ?? "", days(), lastSession()) && stored?.plan) {
        notify({
          title: getText("remind.title"),
          content: detailsOf(stored.plan, getText),
          actions: [{ text: getText("remind.open"), file: "page/home" }],
        });
      }
      armAlarms(null);
    } catch (error) {
      console.log("remind", String(error));
    }
  },
});
