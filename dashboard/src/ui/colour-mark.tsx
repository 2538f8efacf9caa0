import type { Colour } from "../../../core/contract/api.ts";
import { t } from "../i18n/t.ts";

const SHAPES: Readonly<Record<Colour, string>> = { GREEN: "●", NEUTRAL: "○", AMBER: "▲", RED: "■" };

/** How the plan read a session, as word, shape and colour. */
export function ColourMark({ colour }: { readonly colour: Colour | null }) {
  if (colour === null) return <span class="mark mark-none">{t("colour.none")}</span>;
  return (
    <span class={`mark mark-${colour.toLowerCase()}`}>
      <span aria-hidden="true">{SHAPES[colour]}</span> {t(`colour.${colour}`)}
    </span>
  );
}
