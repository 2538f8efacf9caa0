import type { Question } from "../logic/questions.ts";
import { fill, type Translate } from "../logic/words.ts";
import {
  checkLayout,
  choiceLayout,
  gridLayout,
  menuLayout,
  messageLayout,
  padLayout,
  pagesOf,
  type Screen,
  SMALL,
} from "./layout.ts";
import { COLOUR, type Tone } from "./theme.ts";
import { button, type Handle, label } from "./widgets.ts";

/** A group of widgets that is shown or hidden as one. Made hidden; widgets are never deleted while the page lives. */
export type Panel = { show(visible: boolean): void };

export function panelOf(handles: readonly Handle[]): Panel {
  const show = (visible: boolean): void => {
    for (const handle of handles) handle.show(visible);
  };
  show(false);
  return { show };
}

export type QuestionPanel = Panel & {
  /** Puts a question on the screen; `onAnswer` gets the score, or 1 for yes and 0 for no. */
  ask(question: Question, onAnswer: (value: number) => void): void;
};

type Asker = { readonly panel: Panel; put(question: Question): void };
type Answer = (value: number) => void;

function scorePad(screen: Screen, say: Translate, answer: Answer): Asker {
  const layout = padLayout(screen);
  const title = label(layout.title, "", 32, { lines: 2 });
  const hint = label(layout.hint, "", SMALL, { colour: COLOUR.dim });
  const keys = layout.keys.map((rect, value) => button(rect, String(value), () => answer(value), "plain", 36));
  return {
    panel: panelOf([title, hint, ...keys]),
    put: (question) => {
      title.say(say(question.text));
      if (question.kind === "score") hint.say(`0 ${say(question.low)} · 10 ${say(question.high)}`);
    },
  };
}

function twoWords(screen: Screen, say: Translate, answer: Answer): Asker {
  const layout = choiceLayout(screen, 2);
  const title = label(layout.title, "", 32, { lines: 5 });
  const buttons = layout.buttons.map((rect, value) =>
    button(rect, "", () => answer(value), value === 0 ? "primary" : "plain"),
  );
  return {
    panel: panelOf([title, ...buttons]),
    put: (question) => {
      if (question.kind !== "choice") return;
      title.say(fill(say(question.text), question.values ?? {}));
      const words = [say(question.no), say(question.yes)];
      for (const [value, handle] of buttons.entries()) handle.say(words[value] ?? "");
    },
  };
}

/** Both kinds of question: a pad with 0–10, or two buttons. */
export function questionPanel(screen: Screen, say: Translate): QuestionPanel {
  let heard: Answer = () => undefined;
  const answer: Answer = (value) => heard(value);
  const askers = { score: scorePad(screen, say, answer), choice: twoWords(screen, say, answer) };
  const hide = (): void => {
    askers.score.panel.show(false);
    askers.choice.panel.show(false);
  };
  return {
    // Shown with its first question.
    show: (visible) => (visible ? undefined : hide()),
    ask: (question, onAnswer) => {
      heard = onAnswer;
      hide();
      askers[question.kind].put(question);
      askers[question.kind].panel.show(true);
    },
  };
}

export type Choice = { readonly text: string; readonly tone?: Tone; readonly run: () => void };

/** A text over buttons. */
export const choicePanel = (screen: Screen, title: string, choices: readonly Choice[]): Panel =>
  textOver(choiceLayout(screen, choices.length), title, choices);

/** A text over three buttons that leave it more room: the first at the foot, the others side by side above it. */
export const checkPanel = (screen: Screen, title: string, choices: readonly Choice[]): Panel =>
  textOver(checkLayout(screen), title, choices);

function textOver(layout: ReturnType<typeof choiceLayout>, title: string, choices: readonly Choice[]): Panel {
  const buttons = choices.flatMap(({ text, tone, run }, index) => {
    const rect = layout.buttons[index];
    return rect === undefined ? [] : [button(rect, text, run, tone ?? "plain")];
  });
  return panelOf([label(layout.title, title, 30, { lines: 5 }), ...buttons]);
}

/** Nothing but buttons, four at most. */
export function menuPanel(screen: Screen, choices: readonly Choice[]): Panel {
  const rects = menuLayout(screen, choices.length);
  return panelOf(
    choices.flatMap(({ text, tone, run }, index) => {
      const rect = rects[index];
      return rect === undefined ? [] : [button(rect, text, run, tone ?? "plain", 30)];
    }),
  );
}

/** Six short choices in two columns. */
export function gridPanel(screen: Screen, choices: readonly Choice[]): Panel {
  const rects = gridLayout(screen);
  return panelOf(
    choices.flatMap(({ text, run }, index) => {
      const rect = rects[index];
      return rect === undefined ? [] : [button(rect, text, run, "plain", 30)];
    }),
  );
}

export type MessagePanel = Panel & { tell(title: string, text: string, onDone: () => void): void };

/** A headline, a text and one button, which leads through the pages of a text that is too long for one. */
export function messagePanel(screen: Screen, say: Translate): MessagePanel {
  let press = (): void => undefined;
  const layout = messageLayout(screen);
  const title = label(layout.title, "", 36, { lines: 2 });
  const text = label(layout.text, "", SMALL, { lines: 8 });
  const next = button(layout.button, say("done"), () => press(), "primary");
  const panel = panelOf([title, text, next]);
  const turn = (pages: readonly string[], onDone: () => void): void => {
    const [page = "", ...rest] = pages;
    text.say(page);
    next.say(say(rest.length > 0 ? "more" : "done"));
    press = rest.length > 0 ? () => turn(rest, onDone) : onDone;
  };
  return {
    show: panel.show,
    tell: (headline, words, onDone) => {
      title.say(headline);
      turn(pagesOf(words, layout.text), onDone);
      panel.show(true);
    },
  };
}
