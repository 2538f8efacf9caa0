import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { offBack, onBack } from "../device/back.ts";
import { dateIn, newId, utcOffsetMin } from "../device/clock.ts";
import { thisScreen } from "../device/screen.ts";
import { keepMorning, morningMissing, outbox } from "../device/store.ts";
import { morningEvent } from "../logic/events.ts";
import { type Answers, MORNING, nextQuestion, painOf, withoutLast } from "../logic/questions.ts";
import { messagePanel, questionPanel } from "../ui/panels.ts";

const home = (): void => replace({ url: "page/home" });

/** Files the score of a morning. False while the storage is full: it is asked again then. */
function save(answers: Answers, forDate: string): boolean {
  const moment = { at: Date.now(), utcOffsetMin: utcOffsetMin() };
  if (!outbox().put(morningEvent(newId(), moment, painOf(answers, "back", "leg"), forDate))) return false;
  keepMorning(forDate);
  return true;
}

/** The morning check-in: back, leg, done. Reached from its notification and from home. */
Page({
  answers: {} as Answers,
  build() {
    setStatusBarVisible(false);
    const panel = questionPanel(thisScreen(), getText);
    const forDate = morningMissing() ?? dateIn(0);
    const late = forDate !== dateIn(0);
    const ask = (answers: Answers): void => {
      this.answers = answers;
      const question = nextQuestion(MORNING, answers);
      if (question !== null) {
        const text = late ? `${question.text}Late` : question.text;
        panel.ask({ ...question, text }, (value) => ask({ ...answers, [question.id]: value }));
        return;
      }
      panel.show(false);
      const thanks = save(answers, forDate) ? "morning.thanks" : "after.fullWhy";
      messagePanel(thisScreen(), getText).tell(getText("morning.title"), getText(thanks), home);
    };
    // Takes back the last answer; before the first one it leads home.
    onBack(() => {
      if (Object.keys(this.answers).length === 0) home();
      else if (nextQuestion(MORNING, this.answers) !== null) ask(withoutLast(MORNING, this.answers));
    });
    ask({});
  },
  onDestroy() {
    offBack();
  },
});
