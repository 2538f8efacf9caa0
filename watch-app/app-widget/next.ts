import { getText } from "@zos/i18n";
import { push } from "@zos/router";
import { getAppWidgetSize, setAppWidgetSize } from "@zos/ui";
import { keptCard } from "../device/card.ts";
import { dateIn } from "../device/clock.ts";
import { cardTexts } from "../logic/card.ts";
import { CARD_HEIGHT, type CardView, cardView } from "../ui/card.ts";

/** The shortcut card: the next session, and a tap that opens the app. It reads one line that home left, and writes nothing. */
AppWidget({
  build() {
    try {
      setAppWidgetSize({ h: CARD_HEIGHT });
      const { w, margin } = getAppWidgetSize();
      view = cardView({ w, margin }, getText, () => void push({ url: "page/home" }));
      tell();
    } catch (error) {
      console.log("card", String(error));
    }
  },
  /** Seen again, perhaps on another day. */
  onResume() {
    tell();
  },
});

let view: CardView | null = null;

function tell(): void {
  view?.tell(cardTexts(keptCard(), dateIn(0), dateIn(1), getText));
}
