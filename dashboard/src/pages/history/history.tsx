import { useEffect, useState } from "preact/hooks";
import { type HistoryItem, HistoryPage } from "../../../../core/contract/api.ts";
import { useLocation } from "../../app/location.ts";
import { cache, client, useResource } from "../../data/store.ts";
import { monthOf } from "../../format/dates.ts";
import { sessionCount } from "../../format/durations.ts";
import { t } from "../../i18n/t.ts";
import { Skeleton } from "../../ui/card.tsx";
import { HistoryList } from "../../ui/history-list.tsx";
import { Later } from "../../ui/later.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { FilterForm } from "./filter.tsx";
import { byMonth, joined, type Month } from "./months.ts";
import { addressOf, isFiltered, type Wanted, wantedIn } from "./wanted.ts";
import { Year } from "./year.tsx";

/** Every session and variety day, newest first, by month. */
export default function History() {
  const { query } = useLocation();
  const wanted = wantedIn(query);
  const key = addressOf("", wanted);
  const calendar = query.view === "calendar";
  return (
    <Page title={t("nav.history")}>
      <Views calendar={calendar} />
      {calendar ? (
        <Year />
      ) : (
        <>
          <FilterForm key={`form ${key}`} wanted={wanted} />
          <Found key={key} wanted={wanted} />
        </>
      )}
    </Page>
  );
}

const Views = ({ calendar }: { readonly calendar: boolean }) => (
  <nav class="views" aria-label={t("calendar.views")}>
    <a href="/history" aria-current={calendar ? undefined : "true"}>
      {t("calendar.list")}
    </a>
    <a href="/history?view=calendar" aria-current={calendar ? "true" : undefined}>
      {t("calendar.title")}
    </a>
    <a class="button small" href="/add">
      {t("calendar.add")}
    </a>
  </nav>
);

const MONTHS_AT_ONCE = 2;

type Older = { readonly items: readonly HistoryItem[]; readonly cursor: string | null };

function Found({ wanted }: { readonly wanted: Wanted }) {
  const path = addressOf("/v1/history", wanted);
  const { data, error } = useResource(path, HistoryPage);
  const [older, setOlder] = useState<Older | null>(null);
  const more = useSubmit();
  const cursor = older === null ? (data?.cursor ?? null) : older.cursor;
  const items = joined(data?.items ?? [], older?.items ?? []);
  const months = byMonth(items, cursor !== null);

  const showMore = () =>
    more.run(async () => {
      const page = await client.read(addressOf("/v1/history", wanted, cursor), HistoryPage);
      if (page !== null) setOlder({ items: [...(older?.items ?? []), ...page.data.items], cursor: page.data.cursor });
    });

  if (data === undefined && error !== undefined) {
    return <Failure error={error} onRetry={() => void cache.refresh(path, HistoryPage)} />;
  }
  if (data === undefined) return <Skeleton lines={8} />;
  return (
    <>
      <Count count={items.length} more={cursor !== null} filtered={isFiltered(wanted)} />
      {months.map((month, index) =>
        index < MONTHS_AT_ONCE ? (
          <MonthPart key={month.month} {...month} />
        ) : (
          <Later key={month.month}>{() => <MonthPart {...month} />}</Later>
        ),
      )}
      <Failure error={more.error} />
      {cursor === null ? null : (
        <button type="button" class="button quiet" disabled={more.busy} onClick={() => void showMore()}>
          {t("history.more")}
        </button>
      )}
    </>
  );
}

const MonthPart = ({ month, items, sessions, minutes, whole }: Month) => (
  <section class="month" aria-labelledby={`month-${month}`}>
    <h2 id={`month-${month}`}>{monthOf(`${month}-01`)}</h2>
    {whole ? <p class="month-sum">{`${sessionCount(sessions)}, ${t("time.moving", t("time.min", minutes))}`}</p> : null}
    <HistoryList items={items} />
  </section>
);

type CountProps = { readonly count: number; readonly more: boolean; readonly filtered: boolean };

/** How much was found, also said to those who do not see the list change. */
function Count({ count, more, filtered }: CountProps) {
  const [shown, setShown] = useState("");
  const text = count > 0 ? t("history.count", count, more) : filtered ? t("history.noneFiltered") : t("history.none");
  useEffect(() => setShown(text), [text]);
  return (
    <div class="found">
      <p role="status">{shown}</p>
      {count === 0 && !filtered ? <p>{t("history.noneText")}</p> : null}
      {filtered ? (
        <p>
          <a href="/history">{t("history.all")}</a>
        </p>
      ) : null}
    </div>
  );
}
