import type { HomeTexts } from "../logic/home.ts";
import type { Translate } from "../logic/words.ts";
import { homeLayout, pagesOf, type Screen, SMALL } from "./layout.ts";
import { panelOf } from "./panels.ts";
import { COLOUR } from "./theme.ts";
import { button, label } from "./widgets.ts";

export type HomeView = {
  tell(texts: HomeTexts): void;
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
  const status = label(layout.status, "", SMALL, { colour: COLOUR.dim });
  const start = button(layout.start, say("home.start"), act.start, "primary", 34);
  const more = button(layout.more, say("home.more"), act.more, "plain", SMALL);
  const sync = button(layout.sync, say("home.sync"), act.sync, "plain", SMALL);
  const main = panelOf([title, details, sentence, status, more, sync]);
  start.show(false);
  return {
    tell: (texts) => {
      title.say(texts.title);
      details.say(texts.details);
      const [first = "", ...rest] = pagesOf(texts.sentence, layout.sentence);
      sentence.say(rest.length > 0 ? `${first} …` : first);
      start.say(texts.start ?? say("home.start"));
      main.show(true);
      start.show(texts.start !== null);
    },
    standing: (text) => status.say(text),
  };
}
