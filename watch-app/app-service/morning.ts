import { getText } from "@zos/i18n";
import { notify } from "@zos/notification";
import { morningMissing } from "../device/store.ts";

/** Woken half an hour after getting up: asks about the morning after a session, unless it was told already. Writes nothing. */
AppService({
  onInit() {
    try {
      if (morningMissing() === null) return;
      notify({
        title: getText("morning.title"),
        content: getText("morning.call"),
        actions: [{ text: getText("morning.open"), file: "page/morning" }],
      });
    } catch (error) {
      console.log("morning", String(error));
    }
  },
});
