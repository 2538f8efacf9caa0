import { BasePage } from "@zeppos/zml/base-page";
import { getText } from "@zos/i18n";
import { GESTURE_DOWN, GESTURE_UP, offDigitalCrown, onDigitalCrown, onGesture } from "@zos/interaction";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { armAlarms } from "../device/alarm.ts";
import { offBack, onBack } from "../device/back.ts";
import { keepCard } from "../device/card.ts";
import { planNow } from "../device/deciding.ts";
import { thisScreen } from "../device/screen.ts";
import { days, journal, keepSession, lastSync, made, morningMissing, outbox } from "../device/store.ts";
import { syncNow, wantsSync } from "../device/syncing.ts";
import { cardOf } from "../logic/card.ts";
import { endAtLastSign, fileSession, type Resumption, resumption } from "../logic/filing.ts";
import { homeTexts, refusedText, syncLine, WHY } from "../logic/home.ts";
import { fill } from "../logic/words.ts";
import { type HomeView, homeView } from "../ui/home.ts";
import { choicePanel, messagePanel } from "../ui/panels.ts";
import { sayDamage } from "./say-damage.ts";

/** Routing inside `build` is left to the next turn, when the page stands. */
const go = (url: string): void => void setTimeout(() => replace({ url }), 20);

function askWhatHappened(draw: () => void): void {
  const panel = choicePanel(thisScreen(), getText("resume.ask"), [
    { text: getText("resume.keptGoing"), tone: "primary", run: () => go("page/session") },
    {
      text: getText("resume.stopped"),
      run: () => {
        endAtLastSign(journal());
        go("page/after");
      },
    },
    {
      text: getText("home.later"),
      run: () => {
        panel.show(false);
        draw();
      },
    },
  ]);
  panel.show(true);
}

/** The morning after a session is asked about before anything else (plan-rules §2), and may wait. */
function askMorning(draw: () => void): void {
  const panel = choicePanel(thisScreen(), getText("morning.call"), [
    { text: getText("morning.open"), tone: "primary", run: () => go("page/morning") },
    {
      text: getText("home.later"),
      run: () => {
        panel.show(false);
        draw();
      },
    },
  ]);
  panel.show(true);
}

/** Takes up what an earlier run of the app left. True when home is to be drawn. */
function takeUp(found: Resumption, draw: () => void): boolean {
  if (found === "resume") go("page/session");
  if (found === "questions") go("page/after");
  if (found === "floor") go("page/floor");
  if (found === "ask") askWhatHappened(draw);
  if (found === "file") fileSession(journal(), outbox(), Date.now(), made(), keepSession);
  return found === "none" || found === "file";
}

Page(
  BasePage({
    alive: true,
    view: null as HomeView | null,
    params: "",
    onInit(params) {
      this.params = params ?? "";
    },
    build() {
      setStatusBarVisible(false);
      const found = resumption(journal().state(), Date.now());
      // Nobody in the middle of a session is kept from it by what can be said after it.
      if (found === "resume" || found === "questions") takeUp(found, () => undefined);
      else sayDamage(() => this.open(found));
    },
    open(found: Resumption) {
      const draw = (): void => this.draw();
      if (!takeUp(found, draw)) return;
      if (journal().state() === null) armAlarms(null);
      if (morningMissing() === null) draw();
      else askMorning(draw);
    },
    /** A long sentence is scrolled by a swipe or the crown. */
    listen() {
      onGesture({
        callback: (gesture) => {
          if (gesture === GESTURE_UP) this.view?.turn(1);
          if (gesture === GESTURE_DOWN) this.view?.turn(-1);
          return gesture === GESTURE_UP || gesture === GESTURE_DOWN;
        },
      });
      onDigitalCrown({ callback: (_key, degree) => this.view?.turn(degree < 0 ? -1 : 1) });
    },
    draw() {
      if (this.params === WHY) {
        const text = [homeTexts(planNow(), days(), getText).why, refusedText(outbox().refused(), getText)];
        const waiting = outbox().waiting().length;
        if (waiting > 0) text.push(fill(getText("home.onlyHere"), { n: waiting }));
        const back = (): void => go("page/home");
        onBack(back);
        messagePanel(thisScreen(), getText).tell(getText("more.why"), text.join(" ").trim(), back);
        return;
      }
      this.view = homeView(thisScreen(), getText, {
        start: () => go(resumption(journal().state(), Date.now()) === "none" ? "page/before" : "page/home"),
        more: () => go("page/more"),
        sync: () => this.sync(),
      });
      this.listen();
      this.refresh();
      if (wantsSync(Date.now())) this.sync();
    },
    refresh() {
      if (!this.alive || this.view === null) return;
      const plan = planNow();
      // The plan that was just decided may begin at another time.
      if (journal().state() === null) armAlarms(null);
      const texts = homeTexts(plan, days(), getText);
      this.view.tell(texts);
      keepCard(cardOf(texts, plan, days()));
      const { code } = lastSync() ?? { code: null };
      const box = outbox();
      this.view.standing(syncLine({ code, left: box.waiting().length, refused: box.refused().length }, getText));
    },
    sync() {
      this.view?.standing(getText("sync.now"));
      syncNow(this, () => this.refresh());
    },
    onDestroy() {
      offBack();
      offDigitalCrown();
      this.alive = false;
    },
  }),
);
