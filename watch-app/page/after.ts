import { getText } from "@zos/i18n";
import { GESTURE_RIGHT, offGesture, onGesture } from "@zos/interaction";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { thisScreen } from "../device/screen.ts";
import { journal, keepSession, made, outbox } from "../device/store.ts";
import { fileSession } from "../logic/filing.ts";
import { AFTER, type Answers, nextQuestion, painOf, withoutLast } from "../logic/questions.ts";
import { answersText, summaryParams } from "../logic/summary.ts";
import { choicePanel, messagePanel, type Panel, questionPanel } from "../ui/panels.ts";

/** Persists the answers, files the session, then shows it. */
function save(answers: Answers): void {
  const book = journal();
  const state = book.append({
    do: "answer",
    at: Date.now(),
    worst: painOf(answers, "worstBack", "worstLeg"),
    after: painOf(answers, "nowBack", "nowLeg"),
    rpe: answers.rpe ?? 0,
    legSymptoms: answers.legSymptoms === 1,
  });
  if (fileSession(book, outbox(), Date.now(), made(), keepSession)) {
    replace({ url: "page/summary", params: summaryParams(state) });
    return;
  }
  const later = (): void => replace({ url: "page/home" });
  messagePanel(thisScreen(), getText).tell(getText("after.full"), getText("after.fullWhy"), later);
}

Page({
  answers: {} as Answers,
  confirm: null as Panel | null,
  build() {
    setStatusBarVisible(false);
    if (journal().state() === null) return void setTimeout(() => replace({ url: "page/home" }), 20);
    const panel = questionPanel(thisScreen(), getText);
    const ask = (answers: Answers): void => {
      this.answers = answers;
      this.confirm?.show(false);
      const question = nextQuestion(AFTER, answers);
      if (question !== null) panel.ask(question, (value) => ask({ ...answers, [question.id]: value }));
      else {
        panel.show(false);
        this.check(() => ask({}));
      }
    };
    // A swipe takes back the last answer.
    onGesture({
      callback: (gesture) => {
        if (gesture === GESTURE_RIGHT) ask(withoutLast(AFTER, this.answers));
        return gesture === GESTURE_RIGHT;
      },
    });
    ask({});
  },
  /** Shows what was answered before it is saved. */
  check(startAgain: () => void) {
    const answers = this.answers;
    this.confirm = choicePanel(thisScreen(), answersText(answers, getText), [
      { text: getText("after.save"), tone: "primary", run: () => save(answers) },
      { text: getText("after.change"), run: startAgain },
    ]);
    this.confirm.show(true);
  },
  onDestroy() {
    offGesture();
  },
});
