import { useId } from "preact/hooks";
import type { SessionDetail } from "../../../../core/contract/api.ts";
import { EndReason, SessionOutcome } from "../../../../core/contract/session.ts";
import { duration } from "../../format/durations.ts";
import { t } from "../../i18n/t.ts";
import { Choices } from "../../ui/choices.tsx";
import { Field } from "../../ui/field.tsx";
import { ScoreSelect } from "../../ui/pain-table.tsx";
import { Select } from "../../ui/select.tsx";
import { type Draft, isSeconds, wrongIn } from "./correction.ts";
import { groupsOf, type Numbered } from "./step-groups.ts";
import { nameOf } from "./steps.tsx";

const SURFACES = ["grass", "trail", "track", "treadmill", "road"] as const;
const NONE = "";

type PartProps = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void };

export function Feelings({ draft, onChange }: PartProps) {
  return (
    <>
      <div class="feelings">
        {(["rpe", "stiffness", "energy"] as const).map((name) => (
          <div key={name} class="feeling">
            <span aria-hidden="true">{t(`score.${name}`)}</span>
            <ScoreSelect
              label={t(`score.${name}`)}
              value={draft[name]}
              onChange={(score) => onChange({ [name]: score })}
            />
          </div>
        ))}
      </div>
      <Choices<string>
        legend={t("edit.leg")}
        value={String(draft.legSymptoms)}
        onChange={(value) => onChange({ legSymptoms: value === "null" ? null : value === "true" })}
        choices={[
          { value: "false", label: t("form.no") },
          { value: "true", label: t("form.yes") },
          { value: "null", label: t("edit.unknown") },
        ]}
      />
    </>
  );
}

export function Ending({ draft, onChange, wrong }: PartProps & { readonly wrong: boolean }) {
  const reasons = EndReason.wrapped.options;
  return (
    <>
      <Field
        label={t("edit.end")}
        value={draft.end}
        onInput={(end) => onChange({ end })}
        input={{ type: "time" }}
        error={wrong ? t("edit.endWrong") : undefined}
      />
      <Select
        label={t("edit.outcome")}
        value={draft.outcome}
        onChange={(value) =>
          onChange({ outcome: SessionOutcome.options.find((each) => each === value) ?? "completed" })
        }
        options={SessionOutcome.options.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {draft.outcome === "completed" ? null : (
        <Select
          label={t("edit.reason")}
          value={draft.reason ?? NONE}
          onChange={(value) => onChange({ reason: reasons.find((each) => each === value) ?? null })}
          options={[
            { value: NONE, label: t("edit.reason.none") },
            ...reasons.map((value) => ({
              value,
              label: value === "red-flag" ? t("edit.reason.red-flag") : t(`add.why.${value}`),
            })),
          ]}
        />
      )}
      <Select
        label={t("edit.surface")}
        value={draft.surface ?? NONE}
        onChange={(value) => onChange({ surface: SURFACES.find((each) => each === value) ?? null })}
        options={[
          { value: NONE, label: t("edit.unknown") },
          ...SURFACES.map((value) => ({ value, label: t(`surface.${value}`) })),
        ]}
      />
    </>
  );
}

export function Notes({ value, onInput }: { readonly value: string; readonly onInput: (value: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("edit.notes")}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={2000}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

type StepsProps = PartProps & { readonly detail: SessionDetail; readonly tried: boolean };

/** Seconds done of each step, numbered as they are shown; open where one of them is no number. */
export function Steps({ detail, draft, onChange, tried }: StepsProps) {
  const { moving, exercises } = groupsOf(detail.session.steps);
  const field = ({ step, index, number }: Numbered) => {
    const seconds = draft.seconds[index] ?? "";
    return (
      <Field
        key={String(index)}
        label={t("edit.step", number, nameOf(step), duration(step.plannedS))}
        value={seconds}
        onInput={(text) => onChange({ seconds: draft.seconds.map((each, at) => (at === index ? text : each)) })}
        input={{ inputMode: "numeric" }}
        error={tried && !isSeconds(seconds) ? t("edit.stepWrong") : undefined}
      />
    );
  };
  return (
    <details open={tried && wrongIn(detail, draft).steps}>
      <summary>{t("edit.steps")}</summary>
      {moving.map(field)}
      {exercises.length === 0 ? null : <h3>{t("rule.F.block")}</h3>}
      {exercises.map(field)}
    </details>
  );
}
