import type { Day } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { longDay } from "../../format/dates.ts";
import { PAIN_SHAPES, painBand } from "../../format/pain.ts";
import { t } from "../../i18n/t.ts";
import { MARK_SHAPES } from "../../ui/day-mark.ts";
import { dayInWords } from "./day.tsx";

type CellProps = {
  readonly date: LocalDate;
  readonly day: Day | undefined;
  /** The last date that can be chosen. */
  readonly last: LocalDate;
  /** The date that a Tab leads to. */
  readonly at: LocalDate;
  readonly chosen: LocalDate | null;
  readonly onChoose: (date: LocalDate) => void;
};

export const DayCell = (props: CellProps) => (props.date > props.last ? <Later {...props} /> : <SoFar {...props} />);

/** A date to come: only what is planned for it. */
const Later = ({ date, day }: CellProps) => (
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

/** A date that has come: number, sign of what was planned and done, pain by shape and number. */
function SoFar({ date, day, last, at, chosen, onChoose }: CellProps) {
  const worst = day?.worst ?? null;
  const variety = day?.items.some(({ kind }) => kind === "variety") === true;
  return (
    <button
      type="button"
      class={`calendar-day ${day?.mark == null ? "" : `day-${day.mark}`}`}
      data-date={date}
      tabIndex={date === at ? 0 : -1}
      aria-pressed={date === chosen}
      aria-current={date === last ? "date" : undefined}
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
