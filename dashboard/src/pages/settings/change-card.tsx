import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Summary } from "../../../../core/contract/api.ts";
import type { ProfileChange } from "../../../../core/contract/profile.ts";
import { tell } from "../../data/store.ts";
import { nearDay, wallTime } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { useForm } from "../../ui/form.ts";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";

type ChangeCardProps = {
  readonly title: string;
  readonly summary: Summary;
  /** The change as the form stands; null when something in it has to be corrected first. */
  readonly read: () => ProfileChange | null;
  readonly children: ComponentChildren;
};

/** By then the plan has answered a change, as far as one can tell. */
const PLAN_MS = 3000;

/** One group of settings: saved as an event of the log, then what the plan made of it. */
export function ChangeCard({ title, summary, read, children }: ChangeCardProps) {
  const { busy, error, run } = useSubmit();
  const [before, setBefore] = useState<string>();
  const [settled, setSettled] = useState(false);
  const now = planNews(summary);
  const saved = settled ? t("settings.saved") : t("settings.savedNow");
  const { form } = useForm(() => {
    setBefore(undefined);
    setSettled(false);
    const change = read();
    return change !== null && run(() => save(change));
  });

  async function save(change: ProfileChange): Promise<void> {
    await tell("profile.changed.v1", change);
    setBefore(now);
    setTimeout(() => setSettled(true), PLAN_MS);
  }

  return (
    <Card title={title} kind="settings-card">
      <form {...form}>
        {children}
        <Send busy={busy} error={error} label={busy ? t("form.saving") : t("form.save")} />
        <p role="status" class="saved">
          {before === undefined ? "" : before !== now ? t("settings.savedPlan", now) : saved}
        </p>
      </form>
    </Card>
  );
}

/** What the plan holds next, in a few words: two of them differ when a change of the settings changed the plan. */
function planNews({ plan, today }: Summary): string {
  if (plan === null || plan.date === null || plan.level === null) return t("settings.noSession");
  const day = nearDay(plan.date, today);
  const time = plan.startLocal === null ? "" : wallTime(plan.startLocal);
  return t("settings.session", day, time, plan.level);
}
