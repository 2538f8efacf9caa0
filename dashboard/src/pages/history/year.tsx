import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { Summary } from "../../../../core/contract/api.ts";
import { type Day, DaysAnswer } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { refreshSummary, useResource } from "../../data/store.ts";
import { longDay, monthOf, weekdayLong, weekdayShort } from "../../format/dates.ts";
import { PAIN_SHAPES, painBand } from "../../format/pain.ts";
import { t } from "../../i18n/t.ts";
import { Skeleton } from "../../ui/card.tsx";
import { MARK_SHAPES } from "../../ui/day-mark.ts";
import { Failure } from "../../ui/notice.tsx";
import { countsOf, type Month, monthsOf, moved } from "./calendar.ts";
import { dayInWords, SelectedDay } from "./day.tsx";
import { Legend } from "./legend.tsx";

/** The first year that the service takes records of. */
const FIRST_YEAR = 2000;

export const calendarPath = (year: number, day?: LocalDate): string =>
  `/history?view=calendar&year=${year}${day === undefined ? "" : `&day=${day}`}`;

/** One year of days: what was planned and done, pain as number, shape and colour. The year and the day are in the address. */
export function Year() {
  const { query } = useLocation();
  const { data: summary } = useResource("/v1/summary", Summary);
  const today = summary?.today;
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

type DaysProps = { readonly year: number; readonly today: LocalDate; readonly asked: string | undefined };

function Days({ year, today, asked }: DaysProps) {
  const { data, error } = useResource(`/v1/days?from=${year}-01-01&to=${year}-12-31`, DaysAnswer);
  const { route } = useLocation();
  if (data === undefined && error === undefined) return <Skeleton lines={12} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refreshSummary()} />;
  const known = new Map(data.days.map((day) => [day.date, day]));
  const { done, missed } = countsOf(data.days);
  const last = `${year}-12-31` < today ? `${year}-12-31` : today;
  const chosen = asked?.startsWith(`${year}-`) && asked <= last ? asked : null;
  const choose = (date: LocalDate) => route(calendarPath(year, date), true);
  return (
    <>
      <p>{t("calendar.sum", year, done, missed)}</p>
      <Legend />
      <SelectedDay date={chosen} day={chosen === null ? null : (known.get(chosen) ?? null)} />
      <Months
        months={monthsOf(year, today)}
        known={known}
        span={{ from: `${year}-01-01`, to: last }}
        chosen={chosen}
        onChoose={choose}
      />
      <p class="hint">{t("calendar.keys")}</p>
    </>
  );
}

type MonthsProps = {
  readonly months: readonly Month[];
  readonly known: ReadonlyMap<LocalDate, Day>;
  readonly span: { readonly from: LocalDate; readonly to: LocalDate };
  readonly chosen: LocalDate | null;
  readonly onChoose: (date: LocalDate) => void;
};

/** The months as one place to tab into: arrow keys move within. */
function Months({ months, known, span, chosen, onChoose }: MonthsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  const at = chosen ?? span.to;
  useEffect(() => {
    if (byKey.current) frame.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus();
    byKey.current = false;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const date = event.target instanceof HTMLElement ? event.target.dataset.date : undefined;
    const to = date === undefined ? null : moved(date, event.key, span);
    if (to === null) return;
    event.preventDefault();
    byKey.current = true;
    onChoose(to);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons within
    <div class="months" ref={frame} onKeyDown={onKeyDown}>
      {months.map(({ month, weeks }) => (
        <table key={month} class="calendar">
          <caption>{monthOf(`${month}-01`)}</caption>
          <Weekdays />
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((date) => date !== null)}>
                {week.map((date, index) => (
                  <td key={weekdayShort(index + 1)}>
                    {date === null || date > span.to ? (
                      date === null ? null : (
                        <Later date={date} day={known.get(date)} />
                      )
                    ) : (
                      <Cell date={date} day={known.get(date)} at={at} chosen={chosen} onChoose={onChoose} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

const Weekdays = () => (
  <thead>
    <tr>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => (
        <th key={day} scope="col" abbr={weekdayLong(day)}>
          {weekdayShort(day).slice(0, 2)}
        </th>
      ))}
    </tr>
  </thead>
);

/** A date to come: only what is planned for it. */
const Later = ({ date, day }: { readonly date: LocalDate; readonly day: Day | undefined }) => (
  <span class={`calendar-day later ${day?.mark === "planned" ? "day-planned" : ""}`}>
    <span>{Number(date.slice(8))}</span>
    {day?.mark === "planned" ? (
      <>
        <span aria-hidden="true">{MARK_SHAPES.planned}</span>
        <span class="visually-hidden">{t("plan.mark.planned")}</span>
      </>
    ) : null}
  </span>
);

type CellProps = {
  readonly date: LocalDate;
  readonly day: Day | undefined;
  readonly at: LocalDate;
  readonly chosen: LocalDate | null;
  readonly onChoose: (date: LocalDate) => void;
};

function Cell({ date, day, at, chosen, onChoose }: CellProps) {
  const worst = day?.worst ?? null;
  const variety = day?.items.some(({ kind }) => kind === "variety") === true;
  return (
    <button
      type="button"
      class={`calendar-day ${day?.mark == null ? "" : `day-${day.mark}`}`}
      data-date={date}
      tabIndex={date === at ? 0 : -1}
      aria-pressed={date === chosen}
      aria-label={`${longDay(date)}: ${dayInWords(day ?? null)}`}
      onClick={() => onChoose(date)}
    >
      <span>{Number(date.slice(8))}</span>
      <span>
        {day?.mark == null ? "" : MARK_SHAPES[day.mark]}
        {variety ? "◆" : ""}
      </span>
      {worst === null ? (
        <span />
      ) : (
        <span class={`pain-${painBand(worst)}`}>{PAIN_SHAPES[painBand(worst)] + worst}</span>
      )}
    </button>
  );
}
