import { BasePage } from "@zeppos/zml/base-page";
import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { thisScreen } from "../device/screen.ts";
import { lastSync, outbox } from "../device/store.ts";
import { syncNow } from "../device/syncing.ts";
import { syncText } from "../logic/home.ts";
import { summaryText } from "../logic/summary.ts";
import { messagePanel } from "../ui/panels.ts";

/** What was done, and whether it has been sent; it is safe on the watch either way. */
Page(
  BasePage({
    alive: true,
    params: "",
    onInit(params) {
      this.params = params ?? "";
    },
    build() {
      setStatusBarVisible(false);
      const panel = messagePanel(thisScreen(), getText);
      const tell = (status: string): void => {
        const text = `${summaryText(this.params, getText)} ${status}`;
        if (this.alive) panel.tell(getText("summary.title"), text, () => replace({ url: "page/home" }));
      };
      tell(getText("sync.now"));
      syncNow(this, () => {
        const box = outbox();
        const { code } = lastSync() ?? { code: null };
        tell(syncText({ code, left: box.waiting().length, refused: box.refused().length }, getText));
      });
    },
    onDestroy() {
      this.alive = false;
    },
  }),
);
