import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import type { Plan } from "../../core/contract/plan.ts";
import { fadeAfter } from "../../core/cues/script.ts";
import { CADENCE_FROM_LEVEL } from "../../core/session/cadence.ts";
import { offBack, onBack } from "../device/back.ts";
import { chargePct, drainPctPerH, noteChargeBefore } from "../device/battery.ts";
import { minuteNow, newId, utcOffsetMin } from "../device/clock.ts";
import { thisScreen } from "../device/screen.ts";
import { daysSinceSignUp } from "../device/standing.ts";
import { days, journal, outbox, outlookToday, storedPlan } from "../device/store.ts";
import { lowBattery } from "../logic/battery.ts";
import { checkinEvent } from "../logic/events.ts";
import { stepsAt, type Today, todayAfter } from "../logic/gate.ts";
import { canStart } from "../logic/home.ts";
import { minutesOf, offerOf, type WatchPlan } from "../logic/plan.ts";
import { type Answers, BEFORE, nextQuestion, painOf, withoutLast } from "../logic/questions.ts";
import { fill } from "../logic/words.ts";
import { type Choice, choicePanel, messagePanel, questionPanel } from "../ui/panels.ts";

const home = (): void => replace({ url: "page/home" });

/** Persists the start of a session; the session page shows it. */
function begin(stored: WatchPlan, today: Today, answers: Answers): void {
  const { plan, profile } = stored;
  if (plan === null || today.level === null) return;
  noteChargeBefore();
  journal().append({
    do: "start",
    at: Date.now(),
    sessionId: newId(),
    eventId: newId(),
    planId: plan.planId,
    level: today.level,
    steps: stepsAt(today.steps, minuteNow(), profile.wakeUp),
    before: painOf(answers, "back", "leg"),
    utcOffsetMin: utcOffsetMin(),
    limits: profile.heartRate,
    fade: fadeAfter(daysSinceSignUp()),
    cadenceHint: today.level >= CADENCE_FROM_LEVEL && plan.state !== "progress",
  });
  replace({ url: "page/session" });
}

/** Rest, an easier session than planned, or straight on; where the answers could not be kept, that is said first. */
function follow(stored: WatchPlan, answers: Answers, kept: boolean): void {
  const offer = offerOf(stored.plan, days());
  const between = offer === "between" || offer === "walk";
  const told = { before: painOf(answers, "back", "leg"), unwell: answers.unwell === 1 };
  const today = todayAfter(stored.plan, told, outlookToday(), between);
  if (today.level === null) {
    messagePanel(thisScreen(), getText).tell(
      getText("gate.rest"),
      getText(kept ? "gate.restWhy" : "before.fullWhy"),
      home,
    );
  } else if (!kept) {
    sayFull(() => follow(stored, answers, true));
  } else if (today.gate === "go" || (between && today.gate === "ease")) {
    begin(stored, today, answers);
  } else {
    choicePanel(thisScreen(), getText(`gate.${today.gate}`), [
      { text: getText("home.start"), tone: "primary", run: () => begin(stored, today, answers) },
      { text: getText("gate.notToday"), run: home },
    ]).show(true);
  }
}

/**
 * The questions, answered with one tap each; kept, whatever follows from them.
 * @returns the way back: to the question before, or home from the first one and once all are answered
 */
function askBefore(stored: WatchPlan): () => void {
  const panel = questionPanel(thisScreen(), getText);
  let given: Answers = {};
  const ask = (answers: Answers): void => {
    given = answers;
    const question = nextQuestion(BEFORE, answers);
    if (question !== null) {
      panel.ask(question, (value) => ask({ ...answers, [question.id]: value }));
      return;
    }
    panel.show(false);
    const moment = { at: Date.now(), utcOffsetMin: utcOffsetMin() };
    const kept = outbox().put(checkinEvent(newId(), moment, painOf(answers, "back", "leg"), answers.unwell === 1));
    follow(stored, answers, kept);
  };
  ask({});
  return () => {
    if (Object.keys(given).length === 0 || nextQuestion(BEFORE, given) === null) home();
    else ask(withoutLast(BEFORE, given));
  };
}

/** What the answers lead to holds all the same: a full storage must not turn a rest into a session. */
function sayFull(go: () => void): void {
  const message = messagePanel(thisScreen(), getText);
  message.tell(getText("after.full"), getText("before.fullWhy"), () => {
    message.show(false);
    go();
  });
}

/** A session that the battery may not last for is not begun without a word: a shorter one, later, or all the same. */
function minding(stored: WatchPlan, go: (stored: WatchPlan) => void): void {
  const { plan } = stored;
  const low = plan === null ? null : lowBattery(chargePct(), drainPctPerH(), plan);
  if (plan === null || low === null) {
    go(stored);
    return;
  }
  const { pct, minutes, fits, shorter } = low;
  const message = messagePanel(thisScreen(), getText);
  const using = (next: WatchPlan) => (): void => {
    choices.show(false);
    go(next);
  };
  const anyway: Choice = { text: getText(fits ? "home.start" : "battery.anyway"), run: using(stored) };
  const later: Choice = { text: getText("home.later"), run: home };
  const choices = choicePanel(thisScreen(), getText("pain.then"), [
    ...(shorter === null ? [] : [walkInstead(shorter, using({ ...stored, plan: { ...plan, ...shorter } }))]),
    anyway,
    later,
  ]);
  const text = fill(getText("battery.low"), { min: minutes, need: minutesOf(plan.steps) });
  message.tell(fill(getText("battery.title"), { pct }), text, () => {
    message.show(false);
    choices.show(true);
  });
}

const walkInstead = ({ steps }: Pick<Plan, "steps">, run: () => void): Choice => ({
  text: fill(getText("battery.shorter"), { n: minutesOf(steps) }),
  tone: "primary",
  run,
});

Page({
  build() {
    setStatusBarVisible(false);
    const stored = storedPlan();
    if (stored === null || !canStart(stored, days())) return void setTimeout(home, 20);
    let back: () => void = home;
    onBack(() => back());
    minding(stored, (chosen) => {
      back = askBefore(chosen);
    });
  },
  onDestroy() {
    offBack();
  },
});
