import { useId, useRef, useState } from "preact/hooks";
import type { SessionDetail } from "../../../../core/contract/api.ts";
import type { SessionEdited } from "../../../../core/contract/session.ts";
import { EndReason, SessionOutcome } from "../../../../core/contract/session.ts";
import { duration } from "../../format/durations.ts";
import { t } from "../../i18n/t.ts";
import { Choices } from "../../ui/choices.tsx";
import { Field, focusFirstError } from "../../ui/field.tsx";
import { PainTable, ScoreSelect } from "../../ui/pain-table.tsx";
import { Select } from "../../ui/select.tsx";
import { correctionOf, type Draft, draftOf, wrongIn } from "./correction.ts";

type FormProps = {
  readonly detail: SessionDetail;
  readonly busy: boolean;
  readonly onSave: (correction: SessionEdited) => void;
  readonly onCancel: () => void;
};

const SURFACES = ["grass", "trail", "track", "treadmill", "road"] as const;
const NONE = "";

/** Everything about a session that a person can know better than the watch. */
export function CorrectForm({ detail, busy, onSave, onCancel }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => draftOf(detail));
  const [tried, setTried] = useState(false);
  const wrong = wrongIn(detail, draft);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });

  function send(event: Event): void {
    event.preventDefault();
    setTried(true);
    if (wrong.pain || wrong.end || wrong.steps) focusFirstError(form.current);
    else onSave(correctionOf(detail, draft));
  }

  return (
    <form ref={form} onSubmit={send} noValidate>
      <p class="hint">{t("edit.text")}</p>
      <PainTable
        value={draft.pain}
        onChange={(pain) => set({ pain })}
        error={tried && wrong.pain ? t("edit.painHalf") : undefined}
      />
      <Feelings draft={draft} onChange={set} />
      <Ending draft={draft} onChange={set} endError={tried && wrong.end ? t("edit.endWrong") : undefined} />
      <Notes value={draft.notes} onInput={(notes) => set({ notes })} />
      <details open={tried && wrong.steps}>
        <summary>{t("edit.steps")}</summary>
        {detail.session.steps.map(({ kind, plannedS }, index) => (
          <Field
            key={`${index}${kind}`}
            label={t("edit.step", index + 1, t(`phase.${kind}`), duration(plannedS))}
            value={draft.seconds[index] ?? ""}
            onInput={(text) => set({ seconds: draft.seconds.map((each, at) => (at === index ? text : each)) })}
            input={{ inputMode: "numeric" }}
            error={tried && !/^\d{1,5}$/.test(draft.seconds[index] ?? "") ? t("edit.stepWrong") : undefined}
          />
        ))}
      </details>
      <div class="actions">
        <button type="submit" class="button" disabled={busy}>
          {t("edit.save")}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {t("form.cancel")}
        </button>
      </div>
    </form>
  );
}

type PartProps = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void };

function Feelings({ draft, onChange }: PartProps) {
  return (
    <>
      <div class="feelings">
        {(["rpe", "stiffness", "energy"] as const).map((name) => (
          <div key={name} class="feeling">
            <span aria-hidden="true">{t(`edit.${name}`)}</span>
            <ScoreSelect
              label={t(`edit.${name}`)}
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

function Ending({ draft, onChange, endError }: PartProps & { readonly endError: string | undefined }) {
  const reasons = EndReason.wrapped.options;
  return (
    <>
      <Field
        label={t("edit.end")}
        value={draft.end}
        onInput={(end) => onChange({ end })}
        input={{ type: "time" }}
        error={endError}
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

function Notes({ value, onInput }: { readonly value: string; readonly onInput: (value: string) => void }) {
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
