import { type ComponentChild, Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Day } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { monthOf, weekdayLong, weekdayShort } from "../../format/dates.ts";
import { type Month, moved } from "./calendar.ts";
import { SelectedDay } from "./day.tsx";
import { DayCell } from "./day-cell.tsx";

type MonthsProps = {
  readonly months: readonly Month[];
  readonly known: ReadonlyMap<LocalDate, Day>;
  /** The dates that can be chosen. */
  readonly span: { readonly from: LocalDate; readonly to: LocalDate };
  readonly chosen: LocalDate | null;
  readonly onChoose: (date: LocalDate) => void;
};

/** The months as one place to tab into: arrow keys move within. The chosen day opens below the row of its month. */
export function Months({ months, known, span, chosen, onChoose }: MonthsProps) {
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
  const cell = (date: LocalDate) => (
    <DayCell date={date} day={known.get(date)} last={span.to} at={at} chosen={chosen} onChoose={onChoose} />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons within
    <div class="months" ref={frame} onKeyDown={onKeyDown}>
      {months.map((month) => (
        <Fragment key={month.month}>
          <MonthTable {...month} cell={cell} />
          {chosen?.startsWith(month.month) ? <SelectedDay date={chosen} day={known.get(chosen) ?? null} /> : null}
        </Fragment>
      ))}
    </div>
  );
}

const MonthTable = ({ month, weeks, cell }: Month & { readonly cell: (date: LocalDate) => ComponentChild }) => (
  <table class="calendar">
    <caption>{monthOf(`${month}-01`)}</caption>
    <Weekdays />
    <tbody>
      {weeks.map((week) => (
        <tr key={week.find((date) => date !== null)}>
          {week.map((date, index) => (
            <td key={weekdayShort(index + 1)}>{date === null ? null : cell(date)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

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
