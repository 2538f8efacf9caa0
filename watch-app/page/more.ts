import { getText } from "@zos/i18n";
import { GESTURE_RIGHT, offGesture, onGesture } from "@zos/interaction";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { thisScreen } from "../device/screen.ts";
import { days, morningOpen, outbox, storedPlan } from "../device/store.ts";
import { homeTexts, refusedText } from "../logic/home.ts";
import { menuPanel, messagePanel } from "../ui/panels.ts";

const to = (url: string): void => void replace({ url });

/** What home has no room for: the whole reason, the morning. */
Page({
  build() {
    setStatusBarVisible(false);
    const why = (): void => {
      menu.show(false);
      const text = [homeTexts(storedPlan(), days(), getText).why, refusedText(outbox().refused(), getText)];
      messagePanel(thisScreen(), getText).tell(getText("more.why"), text.join(" ").trim(), () => to("page/home"));
    };
    const morning = morningOpen() ? [{ text: getText("more.morning"), run: () => to("page/morning") }] : [];
    const menu = menuPanel(thisScreen(), [
      { text: getText("more.why"), run: why },
      ...morning,
      { text: getText("more.cues"), run: () => to("page/cues") },
      { text: getText("more.home"), run: () => to("page/home") },
    ]);
    menu.show(true);
    onGesture({
      callback: (gesture) => {
        if (gesture === GESTURE_RIGHT) to("page/home");
        return gesture === GESTURE_RIGHT;
      },
    });
  },
  onDestroy() {
    offGesture();
  },
});
