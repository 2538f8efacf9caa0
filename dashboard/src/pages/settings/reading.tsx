import type { Summary } from "../../../../core/contract/api.ts";
import { Language } from "../../../../core/contract/primitives.ts";
import type { ProfileChange } from "../../../../core/contract/profile.ts";
import { legible } from "../../app/letters.ts";
import { tell } from "../../data/store.ts";
import { LANGUAGE_NAMES, speak } from "../../i18n/languages.ts";
import { language, t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Choices } from "../../ui/choices.tsx";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { Tick } from "../../ui/tick.tsx";

/** How things are said and shown. Each choice holds at once; there is nothing to save. */
export function Reading({ profile }: Summary) {
  const { error, run } = useSubmit();
  const keep = (change: ProfileChange) => run(() => tell("profile.changed.v1", change));

  async function say(tag: Language): Promise<void> {
    await run(async () => {
      await speak(tag);
      await tell("profile.changed.v1", { language: tag });
    });
  }

  return (
    <Card title={t("settings.reading")} kind="settings-card">
      <Choices
        legend={t("settings.language")}
        hint={t("settings.languageHint")}
        value={language.value}
        onChange={(tag) => void say(tag)}
        choices={Language.options.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <Choices
        legend={t("settings.units")}
        value={profile.units ?? "metric"}
        onChange={(units) => void keep({ units })}
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
