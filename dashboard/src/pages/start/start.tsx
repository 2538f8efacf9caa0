import { useState } from "preact/hooks";
import { Summary } from "../../../../core/contract/api.ts";
import type { ScreeningAnswers } from "../../../../core/contract/event.ts";
import { QUESTIONS } from "../../../../core/screening/questions.ts";
import { accounts, refreshSummary, useResource } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Skeleton } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Questions } from "../screening/questions.tsx";
import { Done } from "./done.tsx";
import { Door } from "./door.tsx";
import { Locked } from "./locked.tsx";
import { takeReturn } from "./provider.ts";
import { Returned } from "./returned.tsx";
import { StepPage } from "./step-page.tsx";
import { firstMissing, type Step } from "./steps.ts";
import { You } from "./you.tsx";

/** The way in: account, safety questions, where the person is now, watch. Takes up where it was left. */
export default function Start() {
  const [back, setBack] = useState(takeReturn);
  if (back !== null) return <Returned back={back} onLeave={() => setBack(null)} />;
  return accounts.account.value.kind === "in" ? <Setup /> : <Door />;
}

function Setup() {
  const { data, error } = useResource("/v1/summary", Summary);
  const [reached, setReached] = useState<Step | null>(null);
  const [locked, setLocked] = useState<ScreeningAnswers | null>(null);
  const step = reached ?? (data === undefined ? null : firstMissing(data.setup));
  if (locked !== null) {
    const go = () => {
      setLocked(null);
      setReached("you");
    };
    return <Locked answers={locked} onContinue={go} />;
  }
  if (step === "safety") {
    return (
      <StepPage step={step} title={t("start.screening")} sub={t("start.screeningSub")}>
        <Questions ids={QUESTIONS.map(({ id }) => id)} onDone={answered} />
      </StepPage>
    );
  }
  if (step === "you") return <You onDone={() => setReached("watch")} />;
  if (step === "watch") return <Done />;
  return (
    <Page title={t("start.title")} kind="narrow">
      {error === undefined ? <Skeleton lines={5} /> : <Failure error={error} onRetry={() => void refreshSummary()} />}
    </Page>
  );

  function answered(answers: ScreeningAnswers): void {
    const yes = Object.values(answers.answers).some((answer) => answer === true);
    if (yes) setLocked(answers);
    setReached("you");
  }
}
