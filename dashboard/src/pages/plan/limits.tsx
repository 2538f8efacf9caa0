import type { Plan } from "../../../../core/contract/plan.ts";
import type { Profile } from "../../../../core/contract/profile.ts";
import { FINISH_LEVEL, MAX_LEVEL } from "../../../../core/ladder/ladder.ts";
import { tell } from "../../data/store.ts";
import { levelInWords } from "../../format/levels.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Card } from "../../ui/card.tsx";
import { useDraft } from "../../ui/draft.ts";
import { Select } from "../../ui/select.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { levelsBelow } from "./days.ts";

const NONE = "";

/** How high the plan may go: a ceiling set with a therapist, and the levels that need a yes of one's own. */
export function Limits({ plan, profile }: { readonly plan: Plan; readonly profile: Profile }) {
  const { busy, error, run } = useSubmit();
  const [{ ceiling }, change] = useDraft({ ceiling: String(profile.ceilingLevel ?? NONE) });
  const save = async (change: Profile) => {
    if (await run(() => tell("profile.changed.v1", change))) announce(t("plan.limitsSaved"));
  };
  const send = (event: Event) => {
    event.preventDefault();
    void save({ ceilingLevel: ceiling === NONE ? null : Number(ceiling) });
  };
  return (
    <div id="limits">
      <Card title={t("plan.limits")}>
        <form class="kept" onSubmit={send}>
          <Select
            label={t("plan.ceiling")}
            hint={t("plan.ceilingHint")}
            value={ceiling}
            onChange={(level) => change({ ceiling: level })}
            options={[
              { value: NONE, label: t("plan.ceilingNone") },
              ...levelsBelow(highest(profile) + 1).map((level) => ({
                value: String(level),
                label: levelInWords(level),
              })),
            ]}
          />
          <Send busy={busy} error={error} label={t("form.save")} quiet />
        </form>
        <OptIn plan={plan} on={profile.optIn === true} busy={busy} onSave={(optIn) => void save({ optIn })} />
      </Card>
    </div>
  );
}

const highest = ({ optIn }: Profile): number => (optIn === true ? MAX_LEVEL : FINISH_LEVEL);

type OptInProps = {
  readonly plan: Plan;
  readonly on: boolean;
  readonly busy: boolean;
  readonly onSave: (optIn: boolean) => void;
};

/** Shown once the plan offers it (rule H.opt-in), and while it is on. */
function OptIn({ plan, on, busy, onSave }: OptInProps) {
  if (!on && !plan.rules.some(({ id }) => id === "H.opt-in")) return null;
  return (
    <>
      <h3>{t("plan.optIn")}</h3>
      <p>{on ? t("plan.optInIs") : t("plan.optInOffer")}</p>
      <button type="button" class="button quiet" disabled={busy} onClick={() => onSave(!on)}>
        {on ? t("plan.optInNo") : t("plan.optInYes")}
      </button>
    </>
  );
}
