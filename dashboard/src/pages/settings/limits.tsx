import { useState } from "preact/hooks";
import type { Summary } from "../../../../core/contract/api.ts";
import type { ProfileChange } from "../../../../core/contract/profile.ts";
import { t } from "../../i18n/t.ts";
import { Choices } from "../../ui/choices.tsx";
import { useDraft } from "../../ui/draft.ts";
import { Field } from "../../ui/field.tsx";
import { ChangeCard } from "./change-card.tsx";
import { type HeartForm, heartChange, heartErrors, heartFrom } from "./forms.ts";

/** What keeps a session safe: heart rate, and whom to call. How high the levels go is told where the plan is. */
export function Limits({ summary }: { readonly summary: Summary }) {
  const { profile } = summary;
  const [heart, setHeart] = useDraft(heartFrom(profile));
  const [{ number }, setNumber] = useDraft({ number: profile.emergencyNumber ?? "" });
  const [tried, setTried] = useState(false);
  const found = heartErrors(heart);

  function read(): ProfileChange | null {
    setTried(true);
    if (found.size > 0) return null;
    return { heartRate: heartChange(heart), emergencyNumber: number.trim() };
  }

  return (
    <ChangeCard title={t("settings.limits")} summary={summary} read={read}>
      <Heart form={heart} onChange={setHeart} errors={tried ? found : new Set()} />
      <Field
        label={t("settings.emergency")}
        hint={t("settings.emergencyHint")}
        value={number}
        onInput={(number) => setNumber({ number })}
        input={{ name: "emergency-number", autocomplete: "off", maxLength: 24 }}
      />
      <a href="/plan#limits">{t("plan.ceiling")}</a>
    </ChangeCard>
  );
}

type HeartProps = {
  readonly form: HeartForm;
  readonly onChange: (part: Partial<HeartForm>) => void;
  readonly errors: ReadonlySet<keyof HeartForm>;
};

function Heart({ form, onChange, errors }: HeartProps) {
  const beats = (name: "restingBpm" | "maxBpm") => ({
    value: form[name],
    onInput: (value: string) => onChange({ [name]: value }),
    input: { inputMode: "numeric", autocomplete: "off", maxLength: 3 } as const,
  });
  return (
    <>
      <Choices
        legend={t("session.heart")}
        hint={t("settings.heartHint")}
        value={form.use}
        onChange={(use) => onChange({ use })}
        choices={[
          { value: "none", label: t("settings.heartNone") },
          { value: "limits", label: t("settings.heartLimits") },
          { value: "unreliable", label: t("settings.heartUnreliable") },
        ]}
      />
      {form.use === "limits" ? (
        <div class="follow-up side-by-side">
          <Field
            label={t("settings.resting")}
            {...beats("restingBpm")}
            error={errors.has("restingBpm") ? t("settings.restingWrong") : undefined}
          />
          <Field
            label={t("settings.max")}
            {...beats("maxBpm")}
            error={errors.has("maxBpm") ? t("settings.maxWrong") : undefined}
          />
        </div>
      ) : null}
    </>
  );
}
