import { Summary } from "../../../../core/contract/api.ts";
import { DaysAnswer } from "../../../../core/contract/days.ts";
import { refreshSummary, useResource, withWaiting } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Skeleton } from "../../ui/card.tsx";
import { Failure, Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { spanOf } from "./days.ts";
import { Easier } from "./easier.tsx";
import { Limits } from "./limits.tsx";
import { Past } from "./past.tsx";
import { TimeOff } from "./time-off.tsx";
import { Week } from "./week.tsx";

/** The next two weeks, and everything a person can change about the plan. */
export default function Plan() {
  const { data, error } = useResource("/v1/summary", Summary);
  return (
    <Page title={t("nav.plan")} sub={t("plan.sub")}>
      {data === undefined ? <Failure error={error} onRetry={() => void refreshSummary()} /> : null}
      {data === undefined && error === undefined ? <Waiting /> : null}
      {data === undefined ? null : <Board summary={data} />}
    </Page>
  );
}

const Waiting = () => (
  <div class="board">
    <Skeleton lines={14} />
    <Skeleton lines={6} />
  </div>
);

function Board({ summary }: { readonly summary: Summary }) {
  const { plan, today, profile, setup } = summary;
  if (plan === null || !setup.screened || !setup.placed) {
    return (
      <p>
        {t("plan.empty")} <a href="/">{t("nav.today")}</a>
      </p>
    );
  }
  const paused = plan.state === "paused";
  return (
    <>
      <nav class="jump" aria-label={t("plan.jump")}>
        <a href="#off">{t("plan.off")}</a>
        {plan.level === null || paused ? null : <a href="#easier">{t("plan.easier")}</a>}
        <a href="#limits">{t("plan.limits")}</a>
        <a href="#past">{t("plan.past")}</a>
        <a href="/rules">{t("plan.rules")}</a>
      </nav>
      <div class="board">
        <div class="board-main">
          {plan.lock === null ? null : <Notice tone="warn">{t("plan.locked")}</Notice>}
          <Days summary={summary} />
        </div>
        <div class="board-side">
          <TimeOff today={today} until={paused ? (profile.pausedUntil ?? null) : undefined} />
          {plan.level === null || paused ? null : <Easier plan={plan} level={plan.level} />}
          <Limits plan={plan} profile={withWaiting(profile)} />
        </div>
        <div class="board-wide">
          <Past />
        </div>
      </div>
    </>
  );
}

function Days({ summary: { plan, today, profile } }: { readonly summary: Summary }) {
  const { from, to } = spanOf(today);
  const { data, error } = useResource(`/v1/days?from=${from}&to=${to}`, DaysAnswer);
  if (data === undefined && error === undefined) return <Skeleton lines={14} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refreshSummary()} />;
  return <Week today={today} plan={plan} days={data.days} chosen={profile.days ?? []} />;
}
