import { Summary } from "../../../../core/contract/api.ts";
import { DaysAnswer } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import type { BackstrideError } from "../../../../core/error.ts";
import { useLocation } from "../../app/location.ts";
import { refreshSummary, useResource } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Skeleton } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { countsOf, monthsOf, nowFirst } from "./calendar.ts";
import { Legend } from "./legend.tsx";
import { Months } from "./month-grid.tsx";

/** The first year that the service takes records of. */
const FIRST_YEAR = 2000;

export const calendarPath = (year: number, day?: LocalDate): string =>
  `/history?view=calendar&year=${year}${day === undefined ? "" : `&day=${day}`}`;

/** One year of days: what was planned and done, pain as number, shape and colour. The year and the day are in the address. */
export function Year() {
  const { query } = useLocation();
  const { data: summary, error } = useResource("/v1/summary", Summary);
  const today = summary?.today;
  if (today === undefined && error !== undefined) return <Unread error={error} />;
  if (today === undefined) return <Skeleton lines={12} />;
  const thisYear = Number(today.slice(0, 4));
  const asked = Number(query.year ?? thisYear);
  const year = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= thisYear ? asked : thisYear;
  return (
    <>
      <nav class="years" aria-label={t("calendar.years")}>
        {year > FIRST_YEAR ? <a href={calendarPath(year - 1)}>← {year - 1}</a> : null}
        <strong>{year}</strong>
        {year < thisYear ? <a href={calendarPath(year + 1)}>{year + 1} →</a> : null}
      </nav>
      <Days key={year} year={year} today={today} asked={query.day} />
    </>
  );
}

const Unread = ({ error }: { readonly error: BackstrideError | undefined }) => (
  <Failure error={error} onRetry={() => void refreshSummary()} />
);

type DaysProps = { readonly year: number; readonly today: LocalDate; readonly asked: string | undefined };

function Days({ year, today, asked }: DaysProps) {
  const { data, error } = useResource(`/v1/days?from=${year}-01-01&to=${year}-12-31`, DaysAnswer);
  const { route } = useLocation();
  if (data === undefined && error === undefined) return <Skeleton lines={12} />;
  if (data === undefined) return <Unread error={error} />;
  const known = new Map(data.days.map((day) => [day.date, day]));
  const { done, missed } = countsOf(data.days);
  // A day to which a session may be moved holds nothing yet.
  const held = data.days.filter(({ mark, movable }) => mark !== null || movable === null);
  const months = monthsOf(
    year,
    today,
    held.map(({ date }) => date),
  );
  const span = {
    from: `${months.at(-1)?.month ?? year}-01`,
    to: `${year}-12-31` < today ? `${year}-12-31` : today,
  };
  const chosen = asked !== undefined && asked >= span.from && asked <= span.to ? asked : null;
  const choose = (date: LocalDate) => route(calendarPath(year, date), true);
  return (
    <>
      <p>{t("calendar.sum", year, done, missed)}</p>
      <Legend />
      {chosen === null ? <p class="hint">{t("calendar.pick")}</p> : null}
      <Months months={nowFirst(months, today)} known={known} span={span} chosen={chosen} onChoose={choose} />
      <p class="hint by-keys">{t("calendar.keys")}</p>
    </>
  );
}
