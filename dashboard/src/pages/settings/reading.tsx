import { useEffect, useState } from "preact/hooks";
import type { Summary } from "../../../../core/contract/api.ts";
import { Language } from "../../../../core/contract/primitives.ts";
import { LANGUAGE_NAMES } from "../../../../core/text/names.ts";
import { legible } from "../../app/letters.ts";
import { tell } from "../../data/store.ts";
import { speak } from "../../i18n/languages.ts";
import { language, t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Choices } from "../../ui/choices.tsx";
import { useDraft } from "../../ui/draft.ts";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { Tick } from "../../ui/tick.tsx";

type Units = NonNullable<Summary["profile"]["units"]>;

/** How things are said and shown. Each choice holds at once; there is nothing to save. */
export function Reading({ profile }: Summary) {
  const { error, run } = useSubmit();
  // What was picked shows at once, before the service has heard of it.
  const [tag, setTag] = useState(language.value);
  useEffect(() => setTag(language.value), [language.value]);
  const [{ units }, setUnits] = useDraft({ units: profile.units ?? "metric" });

  function measure(picked: Units): void {
    setUnits({ units: picked });
    void run(() => tell("profile.changed.v1", { units: picked }));
  }

  function say(picked: Language): void {
    setTag(picked);
    void run(async () => {
      await speak(picked);
      await tell("profile.changed.v1", { language: picked });
    });
  }

  return (
    <Card title={t("settings.reading")} kind="settings-card">
      <Choices
        legend={t("settings.language")}
        hint={t("settings.languageHint")}
        value={tag}
        onChange={say}
        choices={Language.options.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <Choices
        legend={t("settings.units")}
        value={units}
        onChange={measure}
        choices={[
          { value: "metric", label: t("settings.metric") },
          { value: "imperial", label: t("settings.imperial") },
        ]}
      />
      <Tick
        label={t("settings.legible")}
        checked={legible.value}
        onChange={(wanted) => {
          legible.value = wanted;
        }}
      />
      <Failure error={error} />
    </Card>
  );
}
