import type { Summary } from "../../../../core/contract/api.ts";
import { PushInfo } from "../../../../core/contract/push.ts";
import { useResource } from "../../data/store.ts";
import { clockTime, nearDay } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";

type RemindersProps = Pick<Summary, "today" | "reminder"> & { readonly hasWatch: boolean };

/** What the person is reminded of next, and by what. */
export function Reminders({ today, reminder, hasWatch }: RemindersProps) {
  const { data } = useResource("/v1/push", PushInfo);
  const browsers = data?.subscriptions.map(({ name }) => name) ?? [];
  const mute = data !== undefined && browsers.length === 0;
  return (
    <Card title={t("settings.reminders")}>
      <Due today={today} reminder={reminder} />
      {hasWatch ? <p class="hint">{t("today.remindsWatch")}</p> : null}
      {browsers.length > 0 ? <p class="hint">{t("today.remindsBrowser", browsers.join(", "))}</p> : null}
      <p>
        <a href="/settings">{t(mute ? "settings.pushHere" : "settings.title")}</a>
      </p>
    </Card>
  );
}

function Due({ today, reminder }: Pick<Summary, "today" | "reminder">) {
  if (reminder === null) return <p>{t("today.remindsNothing")}</p>;
  if (reminder === undefined || Date.parse(reminder.at) < Date.now()) return null;
  const when = `${nearDay(reminder.localDate, today)}, ${clockTime(Date.parse(reminder.at), reminder.utcOffsetMin)}`;
  return (
    <p>
      <strong>{t(reminder.what === "session" ? "session.title" : "today.morning")}</strong>
      <br />
      {when}
    </p>
  );
}
