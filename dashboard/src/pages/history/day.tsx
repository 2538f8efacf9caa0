import type { Day } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { longDay } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { HistoryList } from "../../ui/history-list.tsx";

/** What is known of a day, in a few words. */
export function dayInWords(day: Day | null): string {
  if (day === null) return t("calendar.nothing");
  const words = [
    day.mark === null ? "" : t(`plan.mark.${day.mark}`),
    day.items.some(({ kind }) => kind === "variety") ? t("calendar.variety") : "",
    day.worst === null ? "" : t("calendar.worst", day.worst),
  ].filter((word) => word !== "");
  return words.length === 0 ? t("calendar.nothing") : words.join(", ");
}

/** The day that was chosen in the calendar, with its entries and a way to add one. */
export function SelectedDay({ date, day }: { readonly date: LocalDate; readonly day: Day | null }) {
  return (
    <Card title={longDay(date)} kind="chosen-day">
      <p role="status">{dayInWords(day)}</p>
      {day?.morning == null ? null : <p>{t("calendar.morning", day.morning)}</p>}
      {day === null || day.items.length === 0 ? null : <HistoryList items={day.items} />}
      <p>
        <a href={`/add?date=${date}`}>{t("calendar.addHere")}</a>
      </p>
    </Card>
  );
}
