import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { ClothesIcon, GroundIcon, ShoeIcon } from "../../ui/icons.tsx";
import { StepPage } from "./step-page.tsx";

const ADVICE = [
  { key: "start.shoes", icon: ShoeIcon },
  { key: "start.clothes", icon: ClothesIcon },
  { key: "start.surface", icon: GroundIcon },
] as const;

/** The end of setting up: the watch, and what to know before the first session. */
export function Done() {
  return (
    <StepPage step="watch" title={t("start.done")} sub={t("start.doneSub")}>
      <div class="actions start-go">
        <a class="button" href="/devices">
          {t("today.pairFirst")}
        </a>
        <a class="button quiet" href="/watch/">
          {t("start.simulate")}
        </a>
        <a href="/">{t("start.later")}</a>
      </div>
      <Card title={t("start.advice")}>
        <ul class="advice">
          {ADVICE.map(({ key, icon: Icon }) => (
            <li key={key}>
              <Icon />
              <span>{t(key)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </StepPage>
  );
}
