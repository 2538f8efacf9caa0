import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { focusHeading, Page } from "../../ui/page.tsx";
import { STEPS, type Step } from "./steps.ts";

type StepPageProps = {
  readonly step: Step;
  readonly title: string;
  readonly sub?: string;
  readonly children: ComponentChildren;
};

/** One step of setting up, with where it stands among the others. */
export function StepPage({ step, title, sub, children }: StepPageProps) {
  useEffect(() => {
    // The first step belongs to the page as it opens; every later one is a change that has to be noticed.
    if (step === "account") return;
    window.scrollTo(0, 0);
    focusHeading();
  }, [step, title]);
  const at = STEPS.indexOf(step);
  return (
    <Page title={title} sub={sub} kind="narrow">
      <ol class="steps" aria-label={t("start.steps")}>
        {STEPS.map((each, index) => (
          <li key={each} aria-current={each === step ? "step" : undefined} class={index < at ? "past" : ""}>
            {t(`start.step.${each}`)}
            {index < at ? <span class="visually-hidden"> {t("start.stepDone")}</span> : null}
          </li>
        ))}
      </ol>
      {children}
    </Page>
  );
}
