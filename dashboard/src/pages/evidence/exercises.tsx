import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { FIGURES } from "./figures.ts";

/** The floor exercises, each with a drawing and a way to make it easier. */
export default function Exercises() {
  return (
    <Page title={t("moves.title")} sub={t("moves.sub")} kind="narrow">
      <p class="crumb">
        <a href="/safety">← {t("nav.safety")}</a>
      </p>
      {FIGURES.map(({ move, top, head, limbs }) => (
        <Card key={move} title={t(`move.${move}`)}>
          <svg class="figure" viewBox={`0 ${top} 120 ${70 - top}`} role="img" aria-label={t(`move.${move}`)}>
            <path class="figure-floor" d="M4 64H116" />
            <path d={limbs} />
            <circle class="figure-head" cx={head[0]} cy={head[1]} r="6" />
          </svg>
          <p>{t(`moves.${move}.how`)}</p>
        </Card>
      ))}
    </Page>
  );
}
