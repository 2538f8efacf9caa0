import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { offBack, onBack } from "../device/back.ts";
import { thisScreen } from "../device/screen.ts";
import { morningOpen } from "../device/store.ts";
import { WHY } from "../logic/home.ts";
import { menuPanel } from "../ui/panels.ts";

const to = (url: string): void => void replace({ url });

/** Where else one can go from home. The whole reason is home's to tell: the texts it is made of are in one bundle only. */
Page({
  build() {
    setStatusBarVisible(false);
    const morning = morningOpen() ? [{ text: getText("more.morning"), run: () => to("page/morning") }] : [];
    const menu = menuPanel(thisScreen(), [
      { text: getText("more.why"), run: () => replace({ url: "page/home", params: WHY }) },
      ...morning,
      { text: getText("more.cues"), run: () => to("page/cues") },
      { text: getText("more.home"), run: () => to("page/home") },
    ]);
    menu.show(true);
    onBack(() => to("page/home"));
  },
  onDestroy() {
    offBack();
  },
});
