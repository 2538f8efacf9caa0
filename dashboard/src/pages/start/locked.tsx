import type { ScreeningAnswers } from "../../../../core/contract/event.ts";
import { screeningOf } from "../../../../core/screening/screening.ts";
import { coreTexts, t } from "../../i18n/t.ts";
import { StepPage } from "./step-page.tsx";

type LockedProps = { readonly answers: ScreeningAnswers; readonly onContinue: () => void };

/** A "yes" stops here, with what to do. Only where gentle walking is left does setting up go on. */
export function Locked({ answers, onContinue }: LockedProps) {
  const { kind, minor } = screeningOf(answers);
  const lock = kind ?? "C";
  const goesOn = lock === "C" && minor !== true;
  return (
    <StepPage step="safety" title={t("start.locked")}>
      <section class={`card lock lock-${lock}`} aria-labelledby="locked-title">
        <h2 id="locked-title">{t(`lock.${lock}`)}</h2>
        <p class="lock-text">{coreTexts().locks[minor === true ? "minor" : lock](null)}</p>
      </section>
      {goesOn ? (
        <button type="button" class="button" onClick={onContinue}>
          {t("form.continue")}
        </button>
      ) : (
        <a class="button" href="/">
          {t("app.toToday")}
        </a>
      )}
    </StepPage>
  );
}
