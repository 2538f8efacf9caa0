import { getText } from "@zos/i18n";
import { GESTURE_RIGHT, offGesture, onGesture } from "@zos/interaction";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { floorOffered } from "../../core/session/floor.ts";
import { noteChargeAfter } from "../device/battery.ts";
import { thisScreen } from "../device/screen.ts";
import { journal } from "../device/store.ts";
import { AFTER, type Answers, answerEntry, nextQuestion, type Question, withoutLast } from "../logic/questions.ts";
import { answersText } from "../logic/summary.ts";
import { extraMenu } from "../ui/extra.ts";
import { checkPanel, type Panel, type QuestionPanel, questionPanel } from "../ui/panels.ts";
import { fileAndShow, fileEnded } from "./file-session.ts";
import { sayDamage } from "./say-damage.ts";

const home = (): void => void setTimeout(() => replace({ url: "page/home" }), 20);

/** Persists the answers; what comes next is the floor exercises, or the filed session. */
function save(answers: Answers): void {
  noteChargeAfter();
  const state = journal().append({ do: "answer", at: Date.now(), ...answerEntry(answers) });
  if (floorOffered(state)) replace({ url: "page/floor" });
  else fileAndShow(state);
}

/** The questions after a session: the ones that the plan needs, then a look at them, then what may be told besides. */
Page({
  answers: {} as Answers,
  asker: null as QuestionPanel | null,
  open: null as Panel | null,
  build() {
    setStatusBarVisible(false);
    const state = journal().state();
    if (state === null) return home();
    if (state.reason === "red-flag") {
      fileEnded();
      return home();
    }
    // Answered already: it was the floor exercises that ended.
    if (state.answers !== null) return void setTimeout(() => replace({ url: "page/floor" }), 20);
    this.asker = questionPanel(thisScreen(), getText);
    // A swipe takes back the last answer.
    onGesture({
      callback: (gesture) => {
        if (gesture === GESTURE_RIGHT) this.ask(withoutLast(AFTER, this.answers));
        return gesture === GESTURE_RIGHT;
      },
    });
    sayDamage(() => this.ask({}));
  },
  ask(answers: Answers) {
    this.answers = answers;
    const question = nextQuestion(AFTER, answers);
    if (question === null) return this.check();
    this.put(question, (value) => this.ask({ ...answers, [question.id]: value }));
  },
  put(question: Question, onAnswer: (value: number) => void) {
    if (this.asker === null) return;
    this.change(this.asker);
    this.asker.ask(question, onAnswer);
  },
  /** Shows what was answered before it is saved. */
  check() {
    const { answers } = this;
    this.change(
      checkPanel(thisScreen(), answersText(answers, getText), [
        { text: getText("after.save"), tone: "primary", run: () => save(answers) },
        { text: getText("after.tellMore"), run: () => this.tellMore() },
        { text: getText("after.change"), run: () => this.ask({}) },
      ]),
    );
  },
  tellMore() {
    const told = (answers: Answers): void => {
      this.answers = answers;
      this.tellMore();
    };
    extraMenu(thisScreen(), getText, {
      answers: this.answers,
      show: (panel) => this.change(panel),
      ask: (question, onAnswer) => this.put(question, onAnswer),
      told,
      done: () => this.check(),
    });
  },
  change(panel: Panel) {
    this.open?.show(false);
    this.open = panel;
    panel.show(true);
  },
  onDestroy() {
    offGesture();
  },
});
