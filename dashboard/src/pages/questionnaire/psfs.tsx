import { useState } from "preact/hooks";
import { tell } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Field, FieldError } from "../../ui/field.tsx";
import { useForm } from "../../ui/form.ts";
import { ScorePicker } from "../../ui/score.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { type Activity, activitiesFrom, answerOf } from "./activities.ts";

const VERSION = 1;

/** The Patient-Specific Functional Scale: activities that the person names once, each with a number every time. */
export function Psfs({ known, onDone }: { readonly known: readonly string[]; readonly onDone: () => void }) {
  const [activities, setActivities] = useState(() => activitiesFrom(known));
  const { busy, error, run } = useSubmit();
  const set = (index: number, change: Partial<Activity>) =>
    setActivities(activities.map((each, at) => (at === index ? { ...each, ...change } : each)));
  const answer = answerOf(activities);
  const { tried, form } = useForm(
    () =>
      answer !== null &&
      run(async () => {
        await tell("questionnaire.answered.v1", { kind: "psfs", ...answer, version: VERSION });
        onDone();
      }),
  );

  return (
    <Card title={t("ask.psfs")}>
      <form {...form}>
        <p>{t("ask.psfsText")}</p>
        {activities.map(({ name, score }, index) => (
          <div key={index} class="plain">
            {known.length > 0 ? null : (
              <Field
                label={t("ask.activity", index + 1)}
                value={name}
                onInput={(text) => set(index, { name: text })}
                input={{ maxLength: 80 }}
              />
            )}
            {name.trim() === "" ? null : (
              <ScorePicker
                legend={t("ask.how", name)}
                ends={[t("ask.least"), t("ask.most")]}
                value={score}
                onChange={(value) => set(index, { score: value })}
              />
            )}
          </div>
        ))}
        <div role="alert">
          <FieldError id="psfs-error" error={tried && answer === null ? t("ask.psfsMissing") : undefined} />
        </div>
        <Send busy={busy} error={error} label={t("form.save")} />
      </form>
    </Card>
  );
}
