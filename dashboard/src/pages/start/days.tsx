import { weekdayLong, weekdayShort } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Group } from "../../ui/field.tsx";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

type DaysProps = {
  readonly days: readonly number[];
  readonly onChange: (days: readonly number[]) => void;
  readonly error: string | undefined;
};

/** The weekdays that suit, Monday first. */
export function Days({ days, onChange, error }: DaysProps) {
  const toggle = (day: number) => onChange(days.includes(day) ? days.filter((each) => each !== day) : [...days, day]);
  return (
    <Group legend={t("start.days")} kind="choices days" hint={t("start.daysHint")} error={error}>
      <div class="choice-row">
        {WEEK.map((day) => (
          <label class="choice" key={day}>
            <input
              type="checkbox"
              aria-label={weekdayLong(day)}
              checked={days.includes(day)}
              onChange={() => toggle(day)}
            />
            <span>{weekdayShort(day)}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}
