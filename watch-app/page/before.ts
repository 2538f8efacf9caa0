import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { fadeAfter } from "../../core/cues/script.ts";
import { CADENCE_FROM_LEVEL } from "../../core/session/cadence.ts";
import { newId, utcOffsetMin } from "../device/clock.ts";
import { thisScreen } from "../device/screen.ts";
import { daysSinceSignUp } from "../device/standing.ts";
import { days, journal, outbox, storedPlan } from "../device/store.ts";
import { checkinEvent } from "../logic/events.ts";
import { type Today, todayAfter } from "../logic/gate.ts";
import { offerOf, type WatchPlan } from "../logic/plan.ts";
import { type Answers, BEFORE, nextQuestion, painOf } from "../logic/questions.ts";
import { choicePanel, messagePanel, questionPanel } from "../ui/panels.ts";

const home = (): void => replace({ url: "page/home" });

/** Persists the start of a session; the session page shows it. */
function begin(stored: WatchPlan, today: Today, answers: Answers): void {
  const { plan, profile } = stored;
  if (plan === null || today.level === null) return;
  journal().append({
    do: "start",
    at: Date.now(),
    sessionId: newId(),
    eventId: newId(),
    planId: plan.planId,
    level: today.level,
    steps: today.steps,
    before: painOf(answers, "back", "leg"),
    utcOffsetMin: utcOffsetMin(),
    limits: profile.heartRate,
    fade: fadeAfter(daysSinceSignUp()),
    cadenceHint: today.level >= CADENCE_FROM_LEVEL && plan.state !== "progress",
  });
  replace({ url: "page/session" });
}

/** Rest, an easier session than planned, or straight on. */
function follow(stored: WatchPlan, answers: Answers): void {
  const between = offerOf(stored.plan, days()) === "between";
  const today = todayAfter(stored.plan, painOf(answers, "back", "leg"), answers.unwell === 1, between);
  if (today.level === null) {
    messagePanel(thisScreen(), getText).tell(getText("gate.rest"), getText("gate.restWhy"), home);
  } else if (today.gate === "go" || (between && today.gate === "ease")) {
    begin(stored, today, answers);
  } else {
    choicePanel(thisScreen(), getText(`gate.${today.gate}`), [
      { text: getText("home.start"), tone: "primary", run: () => begin(stored, today, answers) },
      { text: getText("gate.notToday"), run: home },
    ]).show(true);
  }
}

Page({
  build() {
    setStatusBarVisible(false);
    const stored = storedPlan();
    if (stored === null) return void setTimeout(home, 20);
    const panel = questionPanel(thisScreen(), getText);
    const ask = (answers: Answers): void => {
      const question = nextQuestion(BEFORE, answers);
      if (question !== null) {
        panel.ask(question, (value) => ask({ ...answers, [question.id]: value }));
        return;
      }
      panel.show(false);
      const moment = { at: Date.now(), utcOffsetMin: utcOffsetMin() };
      outbox().put(checkinEvent(newId(), moment, painOf(answers, "back", "leg"), answers.unwell === 1));
      follow(stored, answers);
    };
    ask({});
  },
});
