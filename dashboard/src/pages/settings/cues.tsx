import type { Summary } from "../../../../core/contract/api.ts";
import { CUE_SETTINGS, type CueSetting } from "../../../../core/contract/cue-kinds.ts";
import type { CuePreference } from "../../../../core/contract/profile.ts";
import { CUE_LEADS, canMute, hasLead, strengthsOf, USUAL_CUE } from "../../../../core/cues/preferences.ts";
import { t } from "../../i18n/t.ts";
import { useDraft } from "../../ui/draft.ts";
import { Select } from "../../ui/select.tsx";
import { ChangeCard } from "./change-card.tsx";

const OFF = "off";
const CHANGEABLE = CUE_SETTINGS.filter((kind) => canMute(kind) || strengthsOf(kind).length > 1 || hasLead(kind));

/** How each cue comes on the wrist: the same choices, under the same names, as the watch offers. */
export function Cues({ summary }: { readonly summary: Summary }) {
  const [cues, change] = useDraft(summary.profile.cues ?? {});
  return (
    <ChangeCard title={t("settings.cues")} summary={summary} read={() => ({ cues })}>
      <p class="hint">{t("settings.cuesHint")}</p>
      <ul class="plain cue-list">
        {CHANGEABLE.map((kind) => (
          <li key={kind}>
            <Cue
              kind={kind}
              preference={cues[kind] ?? USUAL_CUE}
              onChange={(preference) => change({ [kind]: preference })}
            />
          </li>
        ))}
      </ul>
    </ChangeCard>
  );
}

type CueProps = {
  readonly kind: CueSetting;
  readonly preference: CuePreference;
  readonly onChange: (preference: CuePreference) => void;
};

function Cue({ kind, preference, onChange }: CueProps) {
  const strengths = strengthsOf(kind).map((value) => ({ value, label: t(`settings.strength.${value}`) }));
  const off = canMute(kind) ? [{ value: OFF, label: t("settings.strength.off") }] : [];
  const chosen = strengths.find(({ value }) => value === preference.strength)?.value ?? "normal";
  const choose = (value: string) => {
    const strength = strengths.find((each) => each.value === value)?.value;
    onChange({ ...preference, muted: strength === undefined, strength: strength ?? preference.strength });
  };
  return (
    <fieldset class="cue-choices">
      <legend>{t(`cue.${kind}`)}</legend>
      <Select
        label={t("settings.strength")}
        value={preference.muted && canMute(kind) ? OFF : chosen}
        onChange={choose}
        options={[...strengths, ...off]}
      />
      {hasLead(kind) ? (
        <Select
          label={t("settings.lead")}
          value={String(preference.leadS)}
          onChange={(value) => onChange({ ...preference, leadS: Number(value) })}
          options={CUE_LEADS.map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? t("settings.onTime") : t("settings.early", seconds),
          }))}
        />
      ) : null}
    </fieldset>
  );
}
