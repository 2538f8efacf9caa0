import { useState } from "preact/hooks";
import { type PlanChange, PlansPage, type PublishedPlan } from "../../../../core/contract/plan-history.ts";
import { cache, client, useResource } from "../../data/store.ts";
import { shortDay, timeHere, wallTime } from "../../format/dates.ts";
import { planSentence } from "../../i18n/plan-texts.ts";
import { t } from "../../i18n/t.ts";
import { Card, Skeleton } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Rules, ruleName } from "../../ui/rules.tsx";
import { useSubmit } from "../../ui/submit.ts";

const PATH = "/v1/plans";
const SHOWN = 5;

type More = { readonly plans: readonly PublishedPlan[]; readonly cursor: string | null };

/** Every decision so far with what it changed, newest first. */
export function Past() {
  const { data, error } = useResource(PATH, PlansPage);
  const [older, setOlder] = useState<More | null>(null);
  const [all, setAll] = useState(false);
  const more = useSubmit();
  if (data === undefined && error === undefined) return <Skeleton lines={5} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void cache.refresh(PATH, PlansPage)} />;
  const plans = [...data.plans, ...(older?.plans ?? [])];
  const cursor = older === null ? data.cursor : older.cursor;
  const next = () =>
    more.run(async () => {
      if (!all) return setAll(true);
      const page = await client.read(`${PATH}?cursor=${cursor}`, PlansPage);
      if (page !== null) setOlder({ plans: [...(older?.plans ?? []), ...page.data.plans], cursor: page.data.cursor });
    });
  return (
    <div id="past">
      <Card title={t("plan.past")}>
        {plans.length < 2 ? <p>{t("plan.pastNone")}</p> : null}
        <ol class="past">
          {plans.slice(0, all ? plans.length : SHOWN).map((plan) => (
            <Decision key={plan.rev} plan={plan} />
          ))}
        </ol>
        <Failure error={more.error} />
        {(!all && plans.length > SHOWN) || cursor !== null ? (
          <button type="button" class="button quiet" disabled={more.busy} onClick={() => void next()}>
            {t("history.more")}
          </button>
        ) : null}
      </Card>
    </div>
  );
}

function Decision({ plan }: { readonly plan: PublishedPlan }) {
  const { change, publishedAt } = plan;
  return (
    <li class="decision">
      <p class="hint">
        <time dateTime={publishedAt}>{timeHere(Date.parse(publishedAt))}</time>
      </p>
      {change === null ? <strong>{t("plan.pastFirst")}</strong> : null}
      <p>{planSentence(plan)}</p>
      {change === null ? null : (
        <details>
          <summary>
            {t("plan.pastWhat")}: {change.what}
          </summary>
          <Diff change={change} />
        </details>
      )}
    </li>
  );
}

type Row = { readonly name: string; readonly from: string; readonly to: string };

function rowsOf({ level, date, startLocal }: PlanChange): Row[] {
  const day = (value: string | null) => (value === null ? t("trends.noValue") : shortDay(value));
  const number = (value: number | null) => (value === null ? t("trends.noValue") : String(value));
  const time = (value: string | null) => (value === null ? t("trends.noValue") : wallTime(value));
  const rows: Row[] = [];
  if (level !== null) rows.push({ name: t("plan.field.level"), from: number(level.from), to: number(level.to) });
  if (date !== null) rows.push({ name: t("plan.field.date"), from: day(date.from), to: day(date.to) });
  if (startLocal !== null) {
    rows.push({ name: t("plan.field.start"), from: time(startLocal.from), to: time(startLocal.to) });
  }
  return rows;
}

/** What is otherwise, before and now, and the rules that brought it. */
function Diff({ change }: { readonly change: PlanChange }) {
  const rows = rowsOf(change);
  return (
    <div class="diff">
      {rows.length === 0 ? null : (
        <dl class="pairs">
          {rows.map(({ name, from, to }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <span class="visually-hidden">{t("plan.before")}</span> <del>{from}</del> →{" "}
                <span class="visually-hidden">{t("plan.now")}</span> <ins>{to}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {change.fired.length === 0 ? null : (
        <>
          <h3>{t("plan.fired")}</h3>
          <Rules rules={change.fired} />
        </>
      )}
      {change.gone.length === 0 ? null : (
        <>
          <h3>{t("plan.gone")}</h3>
          <ul>
            {change.gone.map((id) => (
              <li key={id}>{ruleName(id)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
