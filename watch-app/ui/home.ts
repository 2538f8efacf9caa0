import type { HomeTexts } from "../logic/home.ts";
import type { Translate } from "../logic/words.ts";
import type { Kept } from "../store/outbox.ts";
import { homeLayout, pagesOf, type Screen, SMALL } from "./layout.ts";
import { messagePanel, panelOf } from "./panels.ts";
import { COLOUR } from "./theme.ts";
import { button, label } from "./widgets.ts";

export type HomeView = {
  tell(texts: HomeTexts): void;
  /** The line about the sync, and what the server refused. */
  standing(text: string, refused: readonly Kept[]): void;
};

/** Today's session, its reason, and where the sync stands. */
export function homeView(
  screen: Screen,
  say: Translate,
  act: { readonly start: () => void; readonly sync: () => void },
): HomeView {
  const layout = homeLayout(screen);
  let why = "";
  let startable = false;
  const title = label(layout.title, "", 34);
  const details = label(layout.details, "", SMALL, { colour: COLOUR.dim });
  const sentence = label(layout.sentence, "", SMALL, { lines: 4, top: true });
  const status = label(layout.status, "", SMALL, { colour: COLOUR.dim });
  const start = button(layout.start, say("home.start"), act.start, "primary", 38);
  const whyButton = button(layout.why, say("home.why"), () => explain());
  const syncButton = button(layout.sync, say("home.sync"), act.sync);
  const main = panelOf([title, details, sentence, status, whyButton, syncButton]);
  const message = messagePanel(screen, say);
  const show = (visible: boolean): void => {
    main.show(visible);
    start.show(visible && startable);
  };
  const explain = (): void => {
    show(false);
    message.tell(say("home.why"), why, () => {
      message.show(false);
      show(true);
    });
  };
  let reason = "";
  const retell = (refused: readonly Kept[]): void => {
    why = [reason, ...refused.map((kept) => `${say("sync.refusedBecause")} ${kept.message}`)].join(" ");
  };
  start.show(false);
  return {
    tell: (texts) => {
      title.say(texts.title);
      details.say(texts.details);
      const [first = "", ...rest] = pagesOf(texts.sentence, layout.sentence);
      sentence.say(rest.length > 0 ? `${first} …` : first);
      reason = texts.why;
      retell([]);
      startable = texts.start !== null;
      start.say(texts.start ?? say("home.start"));
      show(true);
    },
    standing: (text, refused) => {
      status.say(text);
      retell(refused);
    },
  };
}
