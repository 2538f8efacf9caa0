import { useState } from "preact/hooks";
import { tell } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Card } from "../../ui/card.tsx";
import { useForm } from "../../ui/form.ts";
import { ScorePicker } from "../../ui/score.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";

/** Asks for the usual pain anew when the plan wants to know it. */
export function UsualPain() {
  const [value, setValue] = useState<number | null>(null);
  const { busy, error, run } = useSubmit();
  const { tried, form } = useForm(
    () =>
      value !== null &&
      run(async () => {
        await tell("profile.changed.v1", { usualPain: value });
        announce(t("today.askUsualDone"));
      }),
  );

  return (
    <Card title={t("today.askUsual")}>
      <form {...form}>
        <ScorePicker
          legend={t("today.usualPain")}
          value={value}
          onChange={setValue}
          error={tried && value === null ? t("form.chooseScore") : undefined}
        />
        <Send busy={busy} error={error} label={t("form.save")} />
      </form>
    </Card>
  );
}
