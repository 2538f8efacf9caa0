import { useState } from "preact/hooks";
import type { Summary } from "../../../../core/contract/api.ts";
import { tell } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Choices } from "../../ui/choices.tsx";
import { useDraft } from "../../ui/draft.ts";
import { Field } from "../../ui/field.tsx";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { Days } from "../start/days.tsx";
import { ChangeCard } from "./change-card.tsx";
import { weekChange, weekErrors, weekFrom } from "./forms.ts";

const TARGETS = [1, 2, 3, 4, 5] as const;

/** Which days, how often, and when. */
export function Week({ summary }: { readonly summary: Summary }) {
  const [form, set] = useDraft(weekFrom(summary.profile));
  const [tried, setTried] = useState(false);
  const found = weekErrors(form);
  const errors = tried ? found : new Set<string>();

  function read() {
    setTried(true);
    return found.size > 0 ? null : weekChange(form);
  }

  return (
    <ChangeCard title={t("settings.week")} summary={summary} read={read}>
      <Days
        days={form.days}
        onChange={(days) => set({ days })}
        error={errors.has("days") ? t("start.daysMissing") : undefined}
      />
      <Choices
        legend={t("settings.target")}
        hint={t("settings.targetHint")}
        value={form.weeklyTarget}
        onChange={(weeklyTarget) => set({ weeklyTarget })}
        choices={TARGETS.map((value) => ({ value, label: String(value) }))}
      />
      <div class="side-by-side">
        <Field
          label={t("start.wakeUp")}
          value={form.wakeUp}
          onInput={(wakeUp) => set({ wakeUp: wakeUp.slice(0, 5) })}
          error={errors.has("wakeUp") ? t("form.fill") : undefined}
          input={{ type: "time" }}
        />
        <Field
          label={t("settings.start")}
          hint={t("settings.startHint")}
          value={form.preferredStart}
          onInput={(preferredStart) => set({ preferredStart: preferredStart.slice(0, 5) })}
          error={errors.has("preferredStart") ? t("form.fill") : undefined}
          input={{ type: "time" }}
        />
      </div>
      <Zone told={summary.profile.zone} />
    </ChangeCard>
  );
}

/** The zone of the plan. Where this browser is elsewhere, the person says whether the plan moves along. */
function Zone({ told }: { readonly told: string | undefined }) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { busy, error, run } = useSubmit();
  if (told === here) return <p class="hint">{t("start.zone", here)}</p>;
  return (
    <div class="notice notice-warn">
      <p>{told === undefined ? t("start.zone", here) : t("settings.zoneOther", here, told)}</p>
      <Failure error={error} />
      <button
        type="button"
        class="button quiet small"
        disabled={busy}
        onClick={() => void run(() => tell("profile.changed.v1", { zone: here }))}
      >
        {t("settings.zoneUse", here)}
      </button>
    </div>
  );
}
