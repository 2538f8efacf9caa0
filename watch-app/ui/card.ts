import type { CardTexts } from "../logic/card.ts";
import type { Translate } from "../logic/words.ts";
import { BUTTON, LINE, type Rect, SMALL } from "./layout.ts";
import { COLOUR } from "./theme.ts";
import { button, label } from "./widgets.ts";

/** Tall enough for two lines and a button, and within what every screen allows a card: 60 % of the lowest, 416. */
export const CARD_HEIGHT = 220;

/** A shortcut card, in its own coordinates. */
export function cardLayout({ w, margin }: { readonly w: number; readonly margin: number }) {
  const x = Math.max(16, margin);
  const row = (y: number, h: number): Rect => ({ x, y, w: w - 2 * x, h });
  return { title: row(16, 48), details: row(68, LINE + 4), open: row(116, BUTTON) };
}

export type CardView = { tell(texts: CardTexts): void };

/** The day, what is planned, and a button that opens the app. */
export function cardView(
  size: { readonly w: number; readonly margin: number },
  say: Translate,
  open: () => void,
): CardView {
  const layout = cardLayout(size);
  const title = label(layout.title, "", 36);
  const details = label(layout.details, "", SMALL, { colour: COLOUR.dim });
  button(layout.open, say("remind.open"), open, "primary");
  return {
    tell: (texts) => {
      title.say(texts.title);
      details.say(texts.details);
    },
  };
}
