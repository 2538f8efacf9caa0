import { useState } from "preact/hooks";
import type { Summary } from "../../../../core/contract/api.ts";
import type { ProfileChange } from "../../../../core/contract/profile.ts";
import { MAX_LEVEL } from "../../../../core/ladder/ladder.ts";
import { t } from "../../i18n/t.ts";
import { Choices } from "../../ui/choices.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Tick } from "../../ui/tick.tsx";
import { ChangeCard } from "./change-card.tsx";
import { type HeartForm, heartChange, heartErrors, heartFrom } from "./forms.ts";

const NO_CEILING = "";
const LEVELS = Array.from({ length: MAX_LEVEL + 1 }, (_, level) => level);

/** Longer runs can be chosen once the plan has offered them, and taken back at any time. */
const mayOptIn = ({ plan, profile }: Summary): boolean =>
  profile.optIn === true || plan?.rules.some(({ id, inputs }) => id === "H.opt-in" && inputs.offer === true) === true;

/** What keeps a session within bounds: heart rate, a therapist's limit, longer runs, whom to call. */
export function Limits({ summary }: { readonly summary: Summary }) {
  const { profile } = summary;
  const [heart, setHeart] = useState(() => heartFrom(profile));
  const [ceiling, setCeiling] = useState(String(profile.ceilingLevel ?? NO_CEILING));
  const [optIn, setOptIn] = useState(profile.optIn === true);
  const [number, setNumber] = useState(profile.emergencyNumber ?? "");
  const [tried, setTried] = useState(false);
  const found = heartErrors(heart);

  function read(): ProfileChange | null {
    setTried(true);
    if (found.size > 0) return null;
    const ceilingLevel = ceiling === NO_CEILING ? null : Number(ceiling);
    return { heartRate: heartChange(heart), ceilingLevel, optIn, emergencyNumber: number.trim() };
  }

  return (
    <ChangeCard title={t("settings.limits")} summary={summary} read={read}>
      <Heart form={heart} onChange={setHeart} errors={tried ? found : new Set()} />
      <Select
        label={t("settings.ceiling")}
        hint={t("settings.ceilingHint")}
        value={ceiling}
        onChange={setCeiling}
        options={[
          { value: NO_CEILING, label: t("settings.ceilingNone") },
          ...LEVELS.map((level) => ({ value: String(level), label: t("level.n", level) })),
        ]}
      />
      {mayOptIn(summary) ? <Tick label={t("settings.optIn")} checked={optIn} onChange={setOptIn} /> : null}
      <Field
        label={t("settings.emergency")}
        hint={t("settings.emergencyHint")}
        value={number}
        onInput={setNumber}
        input={{ name: "emergency-number", autocomplete: "off", maxLength: 24 }}
      />
    </ChangeCard>
  );
}

type HeartProps = {
  readonly form: HeartForm;
  readonly onChange: (form: HeartForm) => void;
  readonly errors: ReadonlySet<keyof HeartForm>;
};

function Heart({ form, onChange, errors }: HeartProps) {
  const beats = (name: "restingBpm" | "maxBpm") => ({
    value: form[name],
    onInput: (value: string) => onChange({ ...form, [name]: value }),
    input: { inputMode: "numeric", autocomplete: "off", maxLength: 3 } as const,
  });
  return (
    <>
      <Choices
        legend={t("settings.heart")}
        hint={t("settings.heartHint")}
        value={form.use}
        onChange={(use) => onChange({ ...form, use })}
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
