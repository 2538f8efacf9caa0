import { useState } from "preact/hooks";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { LADDER } from "../../../../core/ladder/ladder.ts";
import { levelInWords } from "../../format/levels.ts";
import { t } from "../../i18n/t.ts";
import { Choices } from "../../ui/choices.tsx";
import { Field } from "../../ui/field.tsx";
import { useForm } from "../../ui/form.ts";
import { NO_PAIN_YET, PainTable } from "../../ui/pain-table.tsx";
import { ScorePicker } from "../../ui/score.tsx";
import { Select } from "../../ui/select.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { add, type Draft, type Errors, errorsIn, isRight } from "./adding.ts";
import type { Reason, Share } from "./entry.ts";
import type { Added } from "./undo.ts";

type FormProps = {
  readonly today: LocalDate;
  readonly date: LocalDate;
  readonly level: number;
  readonly onAdded: (added: Added) => void;
};

const KINDS = ["session", "swim", "cycle", "yoga", "walk", "other"] as const;

/** Everything on one page; what is not remembered may stay open. */
export function EntryForm({ today, date, level, onAdded }: FormProps) {
  const [draft, setDraft] = useState<Draft>({
    ...{ kind: "session", date, time: "07:00", minutes: "", level, share: 100, reason: "external" },
    ...{ pain: NO_PAIN_YET, rpe: null },
  });
  const { busy, error, run } = useSubmit();
  const { tried, form } = useForm(() => isRight(draft, today) && run(async () => onAdded(await add(draft))));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const errors: Errors = tried ? errorsIn(draft, today) : {};
  return (
    <form {...form}>
      <Choices
        legend={t("add.what")}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <When draft={draft} onChange={set} errors={errors} today={today} />
      {draft.kind === "session" ? (
        <LevelFields draft={draft} onChange={set} />
      ) : (
        <Field
          label={t("add.minutes")}
          value={draft.minutes}
          onInput={(minutes) => set({ minutes })}
          input={{ type: "number", inputMode: "numeric", min: "1", max: "600" }}
          error={errors.minutes}
        />
      )}
      <PainTable value={draft.pain} onChange={(pain) => set({ pain })} tried={tried} />
      <ScorePicker
        legend={t("add.effort")}
        ends={[t("add.easy"), t("add.hard")]}
        value={draft.rpe}
        onChange={(rpe) => set({ rpe })}
      />
      <Send busy={busy} error={error} label={t("add.save")} />
    </form>
  );
}

type PartProps = { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void };
type WhenProps = PartProps & { readonly errors: Errors; readonly today: LocalDate };

const When = ({ draft, onChange, errors, today }: WhenProps) => (
  <div class="side-by-side">
    <Field
      label={t("add.date")}
      value={draft.date}
      onInput={(date) => onChange({ date })}
      input={{ type: "date", max: today }}
      error={errors.date}
    />
    <Field
      label={t("add.time")}
      value={draft.time}
      onInput={(time) => onChange({ time })}
      input={{ type: "time" }}
      error={errors.time}
    />
  </div>
);

/** What was planned, how much of it was done, and why not all. */
const LevelFields = ({ draft, onChange }: PartProps) => (
  <>
    <Select
      label={t("add.level")}
      value={String(draft.level)}
      onChange={(level) => onChange({ level: Number(level) })}
      options={LADDER.map(({ level }) => ({ value: String(level), label: levelInWords(level) }))}
    />
    <Choices<Share>
      legend={t("add.whole")}
      value={draft.share}
      onChange={(share) => onChange({ share })}
      choices={([100, 75, 50, 25] as const).map((share) => ({
        value: share,
        label: share === 100 ? t("add.all") : t("add.part", share),
      }))}
    />
    {draft.share === 100 ? null : (
      <Choices<Reason>
        legend={t("add.why")}
        value={draft.reason}
        onChange={(reason) => onChange({ reason })}
        choices={(["pain", "effort", "external"] as const).map((reason) => ({
          value: reason,
          label: t(`add.why.${reason}`),
        }))}
      />
    )}
  </>
);
