import { useState } from "preact/hooks";
import { tell } from "../../data/store.ts";
import { language, t } from "../../i18n/t.ts";
import { Choices, YesNo } from "../../ui/choices.tsx";
import { Field } from "../../ui/field.tsx";
import { useForm } from "../../ui/form.ts";
import { ScorePicker } from "../../ui/score.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { Days } from "./days.tsx";
import { EMPTY_YOU, errorsIn, profileOf, type YouErrors, type YouForm } from "./profile.ts";
import { StepPage } from "./step-page.tsx";

const WALKS = [2, 5, 10, 20, 30] as const;

type PartProps = { readonly form: YouForm; readonly set: (part: Partial<YouForm>) => void; readonly errors: YouErrors };

/** Usual pain, what the person can do now, and when. */
export function You({ onDone }: { readonly onDone: () => void }) {
  const [you, setYou] = useState<YouForm>(EMPTY_YOU);
  const { busy, error, run } = useSubmit();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const found = errorsIn(you);
  const { tried, form } = useForm(() => found.size === 0 && run(send));
  const parts: PartProps = {
    form: you,
    set: (part) => setYou((before) => ({ ...before, ...part })),
    errors: tried ? found : new Set(),
  };

  async function send(): Promise<void> {
    await tell("profile.changed.v1", profileOf(you, zone, language.value));
    onDone();
  }

  return (
    <StepPage step="you" title={t("start.you")} sub={t("start.youSub")}>
      <form {...form} class="card you">
        <Body {...parts} />
        <Week {...parts} zone={zone} />
        <div role="alert">
          {tried && found.size > 0 ? <p class="field-error">{t("form.missing", found.size)}</p> : null}
        </div>
        <Send busy={busy} error={error} label={busy ? t("form.saving") : t("form.continue")} />
      </form>
    </StepPage>
  );
}

function Body({ form, set, errors }: PartProps) {
  return (
    <>
      <ScorePicker
        legend={t("start.usualPain")}
        value={form.usualPain}
        onChange={(usualPain) => set({ usualPain })}
        error={errors.has("usualPain") ? t("form.chooseScore") : undefined}
      />
      <Choices
        legend={t("start.walk")}
        value={form.walkMin}
        onChange={(walkMin) => set({ walkMin })}
        choices={WALKS.map((value) => ({ value, label: t(`start.walk.${value}`) }))}
        error={errors.has("walkMin") ? t("form.choose") : undefined}
      />
      <YesNo
        legend={t("start.jog")}
        value={form.jogs}
        onChange={(jogs) => set({ jogs })}
        error={errors.has("jogs") ? t("form.choose") : undefined}
      />
      {form.jogs === true ? <Jogging form={form} set={set} errors={errors} /> : null}
    </>
  );
}

function Jogging({ form, set, errors }: PartProps) {
  return (
    <div class="follow-up">
      <div class="side-by-side">
        <Field
          label={t("start.jogTimes")}
          value={form.jogTimes}
          onInput={(jogTimes) => set({ jogTimes })}
          error={errors.has("jogTimes") ? t("start.jogTimesWrong") : undefined}
          input={{ inputMode: "numeric", autocomplete: "off", maxLength: 2 }}
        />
        <Field
          label={t("start.jogBout")}
          value={form.jogBoutMin}
          onInput={(jogBoutMin) => set({ jogBoutMin })}
          error={errors.has("jogBoutMin") ? t("start.jogBoutWrong") : undefined}
          input={{ inputMode: "decimal", autocomplete: "off", maxLength: 5 }}
        />
      </div>
      <ScorePicker
        legend={t("start.jogPain")}
        value={form.jogPain}
        onChange={(jogPain) => set({ jogPain })}
        error={errors.has("jogPain") ? t("form.chooseScore") : undefined}
      />
    </div>
  );
}

function Week({ form, set, errors, zone }: PartProps & { readonly zone: string }) {
  return (
    <>
      <Days
        days={form.days}
        onChange={(days) => set({ days })}
        error={errors.has("days") ? t("start.daysMissing") : undefined}
      />
      <Field
        label={t("start.wakeUp")}
        hint={t("start.wakeUpHint")}
        value={form.wakeUp}
        onInput={(wakeUp) => set({ wakeUp: wakeUp.slice(0, 5) })}
        error={errors.has("wakeUp") ? t("form.fill") : undefined}
        input={{ type: "time" }}
      />
      <p class="hint">{t("start.zone", zone)}</p>
    </>
  );
}
