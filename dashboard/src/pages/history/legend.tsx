import type { DayMark } from "../../../../core/contract/days.ts";
import { PAIN_SHAPES } from "../../format/pain.ts";
import { t } from "../../i18n/t.ts";
import { MARK_SHAPES } from "../../ui/day-mark.ts";

const MARKS = Object.keys(MARK_SHAPES) as DayMark[];
const BANDS = { low: "0–2", middle: "3–5", high: "6–10" } as const;

/** What each sign of the calendar stands for. */
export const Legend = () => (
  <details class="calendar-legend">
    <summary>{t("calendar.legend")}</summary>
    <ul class="legend">
      {MARKS.map((mark) => (
        <li key={mark} class={`day-${mark}`}>
          {MARK_SHAPES[mark]} {t(`plan.mark.${mark}`)}
        </li>
      ))}
      <li>◆ {t("calendar.variety")}</li>
      {(["low", "middle", "high"] as const).map((band) => (
        <li key={band} class={`pain-${band}`}>
          {PAIN_SHAPES[band]} {BANDS[band]}
        </li>
      ))}
    </ul>
  </details>
);
