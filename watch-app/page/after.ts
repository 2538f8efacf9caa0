import { getText } from "@zos/i18n";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import type { Pain } from "../../core/contract/session.ts";
import { floorOffered } from "../../core/session/floor.ts";
import type { SessionState } from "../../core/session/state.ts";
import { offBack, onBack } from "../device/back.ts";
import { noteChargeAfter } from "../device/battery.ts";
import { thisScreen } from "../device/screen.ts";
import { journal } from "../device/store.ts";
import {
  type Answers,
  afterQuestions,
  answerEntry,
  mayHaveStayed,
  nextQuestion,
  type Question,
  withoutLast,
} from "../logic/questions.ts";
import { answersText } from "../logic/summary.ts";
import { extraMenu } from "../ui/extra.ts";
import { checkPanel, type Panel, type QuestionPanel, questionPanel } from "../ui/panels.ts";
import { fileAndShow, fileEnded } from "./file-session.ts";
import { sayDamage } from "./say-damage.ts";

const home = (): void => void setTimeout(() => replace({ url: "page/home" }), 20);

/** So long what was saved is shown, unless somebody has more to say. */
const LOOK_MS = 8_000;

/** What comes once all is told: the floor exercises, or the filed session. */
function leave(state: SessionState): void {
  if (floorOffered(state)) replace({ url: "page/floor" });
  else fileAndShow(state);
}

/** The questions after a session: the ones that the plan needs, saved by the last tap; then what may be changed or told besides. */
Page({
  answers: {} as Answers,
  before: null as Pain | null,
  timer: 0,
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
    this.before = mayHaveStayed(state);
    this.asker = questionPanel(thisScreen(), getText);
    // Takes back the last answer.
    onBack(() => this.ask(withoutLast(this.questions(), this.answers)));
    sayDamage(() => this.ask({}));
  },
  questions() {
    return afterQuestions(this.before, this.answers);
  },
  ask(answers: Answers) {
    clearTimeout(this.timer);
    this.answers = answers;
    const question = nextQuestion(this.questions(), answers);
    if (question === null) return this.saved();
    this.put(question, (value) => this.ask({ ...answers, [question.id]: value }));
  },
  put(question: Question, onAnswer: (value: number) => void) {
    if (this.asker === null) return;
    this.change(this.asker);
    this.asker.ask(question, onAnswer);
  },
  /** Persists the answers, as often as they change: the last ones count. */
  keep() {
    const log = journal();
    if (log.state()?.answers === null) noteChargeAfter();
    const entry = answerEntry(this.answers, this.before);
    const state = log.append({ do: "answer", at: Date.now(), ...entry });
    return { state, text: log.saved() ? answersText(entry, getText) : getText("session.unsaved") };
  },
  /** Saves, then shows what was saved and leads on by itself. */
  saved() {
    const { state, text } = this.keep();
    this.change(
      checkPanel(thisScreen(), text, [
        { text: getText("done"), tone: "primary", run: () => leave(state) },
        { text: getText("after.tellMore"), run: () => this.tellMore() },
        { text: getText("after.change"), run: () => this.ask({}) },
      ]),
    );
    this.timer = setTimeout(() => leave(state), LOOK_MS);
  },
  tellMore() {
    clearTimeout(this.timer);
    const told = (answers: Answers): void => {
      this.answers = answers;
      this.keep();
      this.tellMore();
    };
    extraMenu(thisScreen(), getText, {
      answers: this.answers,
      show: (panel) => this.change(panel),
      ask: (question, onAnswer) => this.put(question, onAnswer),
      told,
      done: () => this.saved(),
    });
  },
  change(panel: Panel) {
    this.open?.show(false);
    this.open = panel;
    panel.show(true);
  },
  onDestroy() {
    clearTimeout(this.timer);
    offBack();
  },
});
