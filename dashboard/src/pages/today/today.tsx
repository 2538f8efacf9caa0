import { Summary } from "../../../../core/contract/api.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import type { Pain } from "../../../../core/contract/session.ts";
import { outbox, refreshSummary, useResource } from "../../data/store.ts";
import { longDay } from "../../format/dates.ts";
import { planLockText } from "../../i18n/plan-texts.ts";
import { t } from "../../i18n/t.ts";
import { Card, Skeleton } from "../../ui/card.tsx";
import { Later } from "../../ui/later.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page, SUB_TO_COME } from "../../ui/page.tsx";
import { Checkin } from "./checkin.tsx";
import { Devices } from "./devices.tsx";
import { Lock } from "./lock.tsx";
import { Next } from "./next.tsx";
import { Reminders } from "./reminders.tsx";
import { Recent, Totals } from "./side.tsx";
import { UsualPain } from "./usual-pain.tsx";
import { Why } from "./why.tsx";

/** What to do today, and why. */
export default function Today() {
  const { data, error } = useResource("/v1/summary", Summary);
  return (
    <Page title={t("nav.today")} sub={data === undefined ? SUB_TO_COME : longDay(data.today)}>
      {data === undefined ? <Failure error={error} onRetry={() => void refreshSummary()} /> : null}
      {data === undefined && error === undefined ? <Waiting /> : null}
      {data === undefined ? null : <Board summary={data} />}
    </Page>
  );
}

const Waiting = () => (
  <div class="board">
    <div class="board-main">
      <Skeleton lines={7} />
      <Skeleton lines={5} />
    </div>
    <div class="board-side">
      <Skeleton lines={6} />
    </div>
  </div>
);

/** What was said about this morning and still waits to be sent. */
const waitingMorning = (today: LocalDate): Pain | undefined =>
  outbox.waiting.value
    .flatMap((event) => (event.type === "checkin.reported.v1" && event.data.kind === "morning" ? [event.data] : []))
    .filter(({ forDate }) => forDate === today)
    .at(-1);

function Board({ summary }: { readonly summary: Summary }) {
  const { plan, setup, today } = summary;
  const ready = setup.screened && setup.placed;
  const asksUsualPain = plan?.rules.some(({ id }) => id === "T.usual-pain") === true;
  return (
    <div class="board">
      <div class="board-main">
        <Plan summary={summary} />
        {plan === null || plan.state === "setup" ? null : (
          <Later>{() => <Why plan={plan} recent={summary.recent} />}</Later>
        )}
      </div>
      <div class="board-side">
        {asksUsualPain ? <UsualPain /> : null}
        {ready ? (
          <Later key={today}>
            {() => <Checkin today={today} given={waitingMorning(today) ?? summary.morning ?? null} />}
          </Later>
        ) : null}
        {ready && (summary.questionnaires?.due.length ?? 0) > 0 ? <QuestionnairesDue /> : null}
        <Later>{() => <Side summary={summary} ready={ready} />}</Later>
      </div>
      <div class="board-wide">
        <Later>{() => <Recent items={summary.recent} />}</Later>
      </div>
    </div>
  );
}

const Side = ({ summary, ready }: { readonly summary: Summary; readonly ready: boolean }) => (
  <>
    <Totals {...summary.totals} />
    {ready ? <Reminders {...summary} hasWatch={summary.devices.length > 0} /> : null}
    <Devices devices={summary.devices} plannedAt={summary.plannedAt ?? null} />
  </>
);

function Plan({ summary: { plan, setup, today, devices, profile, recent } }: { readonly summary: Summary }) {
  const lock = plan?.lock ?? null;
  const lockText = plan === null ? null : planLockText(plan, profile.emergencyNumber);
  const minor = plan?.rules.some(({ id }) => id === "S.minor") === true;
  const incomplete = !setup.screened || !setup.placed;
  return (
    <>
      {lock === null ? null : <Lock lock={lock} text={lockText ?? lock.text} clearable={!minor} />}
      {incomplete && (lock === null || lock.kind === "C") && !minor ? <Setup screened={setup.screened} /> : null}
      {plan === null && !incomplete ? <Preparing /> : null}
      {plan === null || plan.state === "setup" || (lock !== null && plan.level === null) ? null : (
        <Next
          plan={plan}
          today={today}
          done={recent.some(({ kind, localDate }) => kind === "session" && localDate === today)}
          hasWatch={devices.length > 0}
        />
      )}
    </>
  );
}

const Setup = ({ screened }: { readonly screened: boolean }) => (
  <Card title={t("today.setup")} kind="next">
    <p>{screened ? t("today.setupScreened") : t("today.setupNew")}</p>
    <p>
      <a class="button" href="/start">
        {t("today.setupGo")}
      </a>
    </p>
  </Card>
);

const Preparing = () => (
  <Card title={t("today.preparing")} kind="next">
    <p>{t("today.preparingText")}</p>
  </Card>
);

const QuestionnairesDue = () => (
  <Card title={t("ask.due")}>
    <p>{t("ask.dueText")}</p>
    <p>
      <a class="button quiet" href="/questions">
        {t("ask.go")}
      </a>
    </p>
  </Card>
);
