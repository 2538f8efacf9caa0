import type { HistoryItem, Summary } from "../../../../core/contract/api.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { HistoryList } from "../../ui/history-list.tsx";

export function Totals({ sessions, minutes, runMinutes }: Summary["totals"]) {
  return (
    <Card title={t("today.totals")}>
      <dl class="figures">
        <div>
          <dt>{t("today.sessions", sessions)}</dt>
          <dd>{sessions}</dd>
        </div>
        <div>
          <dt>{t("today.minutes")}</dt>
          <dd>{minutes}</dd>
        </div>
        <div>
          <dt>{t("today.runMinutes")}</dt>
          <dd>{runMinutes}</dd>
        </div>
      </dl>
    </Card>
  );
}

const SHOWN = 5;

export function Recent({ items }: { readonly items: readonly HistoryItem[] }) {
  return (
    <Card title={t("today.recent")}>
      {items.length === 0 ? <p>{t("today.recentNone")}</p> : <HistoryList items={items.slice(0, SHOWN)} />}
      {items.length === 0 ? null : (
        <p>
          <a href="/history">{t("today.allHistory")}</a>
        </p>
      )}
    </Card>
  );
}
