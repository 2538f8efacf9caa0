import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { floorFrom } from "../../core/blocks/steps.ts";
import { settle } from "../../core/session/settle.ts";
import type { SessionState } from "../../core/session/state.ts";
import { thisScreen } from "../device/screen.ts";
import { journal } from "../device/store.ts";
import { resumption } from "../logic/filing.ts";
import { minutesOf } from "../logic/plan.ts";
import { fill } from "../logic/words.ts";
import { choicePanel } from "../ui/panels.ts";
import { fileAndShow } from "./file-session.ts";

const later = (run: () => void): void => void setTimeout(run, 20);

/** Offers the floor exercises once; declined or done, the session is filed. */
function offer(state: SessionState): void {
  const n = minutesOf(state.head.steps.slice(floorFrom(state.head.steps)));
  const begin = (): void => {
    journal().append({ do: "floor", at: Date.now() });
    replace({ url: "page/session" });
  };
  choicePanel(thisScreen(), fill(getText("floor.ask"), { n }), [
    { text: getText("home.start"), tone: "primary", run: begin },
    { text: getText("gate.notToday"), run: () => fileAndShow(state) },
  ]).show(true);
}

Page({
  build() {
    setStatusBarVisible(false);
    const state = journal().state();
    if (state === null) return later(() => replace({ url: "page/home" }));
    const now = Date.now();
    if (resumption(state, now) === "floor") offer(state);
    else later(() => fileAndShow(settle(state, now)));
  },
});
