import type { Question } from "../logic/questions.ts";
import type { Translate } from "../logic/words.ts";
import { choiceLayout, messageLayout, padLayout, type Screen, SMALL } from "./layout.ts";
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

/** Both kinds of question: a pad with 0–10, or two buttons. */
export function questionPanel(screen: Screen, say: Translate): QuestionPanel {
  let answer: (value: number) => void = () => undefined;
  const pad = padLayout(screen);
  const two = choiceLayout(screen, 2);
  const padTitle = label(pad.title, "", 32, { lines: 2 });
  const hint = label(pad.hint, "", SMALL, { colour: COLOUR.dim });
  const keys = pad.keys.map((rect, value) => button(rect, String(value), () => answer(value), "plain", 36));
  const choiceTitle = label(two.title, "", 32, { lines: 3 });
  const [noRect, yesRect] = two.buttons;
  const no = noRect === undefined ? null : button(noRect, "", () => answer(0), "primary");
  const yes = yesRect === undefined ? null : button(yesRect, "", () => answer(1));
  const padPanel = panelOf([padTitle, hint, ...keys]);
  const choicePanel = panelOf([choiceTitle, ...[no, yes].flatMap((handle) => handle ?? [])]);
  const show = (visible: boolean): void => {
    if (visible) return;
    padPanel.show(false);
    choicePanel.show(false);
  };
  return {
    show,
    ask: (question, onAnswer) => {
      answer = onAnswer;
      padPanel.show(question.kind === "score");
      choicePanel.show(question.kind === "choice");
      if (question.kind === "score") {
        padTitle.say(say(question.text));
        hint.say(`0 ${say(question.low)} · 10 ${say(question.high)}`);
      } else {
        choiceTitle.say(say(question.text));
        no?.say(say(question.no));
        yes?.say(say(question.yes));
      }
    },
  };
}

export type Choice = { readonly text: string; readonly tone?: Tone; readonly run: () => void };

/** A text over buttons. */
export function choicePanel(screen: Screen, title: string, choices: readonly Choice[]): Panel {
  const layout = choiceLayout(screen, choices.length);
  const buttons = choices.flatMap(({ text, tone, run }, index) => {
    const rect = layout.buttons[index];
    return rect === undefined ? [] : [button(rect, text, run, tone ?? "plain")];
  });
  return panelOf([label(layout.title, title, 30, { lines: 3 }), ...buttons]);
}

export type MessagePanel = Panel & { tell(title: string, text: string, onDone: () => void): void };

/** A headline, a text and one button. */
export function messagePanel(screen: Screen, buttonText: string): MessagePanel {
  let done = (): void => undefined;
  const layout = messageLayout(screen);
  const title = label(layout.title, "", 36);
  const text = label(layout.text, "", SMALL, { lines: 8 });
  const panel = panelOf([title, text, button(layout.button, buttonText, () => done(), "primary")]);
  return {
    show: panel.show,
    tell: (headline, words, onDone) => {
      done = onDone;
      title.say(headline);
      text.say(words);
      panel.show(true);
    },
  };
}
