import type { HomeTexts } from "../logic/home.ts";
import type { Translate } from "../logic/words.ts";
import { homeLayout, pagesOf, type Screen, SMALL } from "./layout.ts";
import { panelOf } from "./panels.ts";
import { COLOUR } from "./theme.ts";
import { button, label } from "./widgets.ts";

export type HomeView = {
  tell(texts: HomeTexts): void;
  /** Scrolls the sentence by so many of its pages; it stops at its ends. */
  turn(by: 1 | -1): void;
  /** The line about the sync. */
  standing(text: string): void;
};

type Acts = { readonly start: () => void; readonly more: () => void; readonly sync: () => void };

/** Today's session, its reason, and where the sync stands. */
export function homeView(screen: Screen, say: Translate, act: Acts): HomeView {
  const layout = homeLayout(screen);
  const title = label(layout.title, "", 34);
  const details = label(layout.details, "", SMALL, { colour: COLOUR.dim });
  const sentence = label(layout.sentence, "", SMALL, { lines: 4, top: true });
  const words = label(layout.words, "", SMALL, { lines: 8, top: true });
  const status = label(layout.status, "", SMALL, { colour: COLOUR.dim });
  const start = button(layout.start, say("home.start"), act.start, "primary", 34);
  const more = button(layout.more, say("home.more"), act.more, "plain", SMALL);
  const sync = button(layout.sync, say("home.sync"), act.sync, "plain", SMALL);
  const main = panelOf([title, status, more, sync]);
  const planned = panelOf([details, sentence, start]);
  words.show(false);
  let pages: readonly string[] = [];
  let at = 0;
  const write = (): void => {
    const page = pages[at] ?? "";
    const text = at < pages.length - 1 ? `${page} …` : page;
    sentence.say(text);
    words.say(text);
  };
  return {
    tell: (texts) => {
      const { start: begin } = texts;
      pages = pagesOf(texts.sentence, begin === null ? layout.words : layout.sentence);
      at = 0;
      title.say(texts.title);
      details.say(texts.details);
      write();
      start.say(begin ?? "");
      main.show(true);
      planned.show(begin !== null);
      words.show(begin === null);
    },
    turn: (by) => {
      at = Math.max(0, Math.min(pages.length - 1, at + by));
      write();
    },
    standing: (text) => status.say(text),
  };
}
