import type { Pain, SessionRecorded, SessionScores } from "../../../../core/contract/session.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { PainMark } from "../../ui/score.tsx";
import { Table } from "../../ui/table.tsx";

type ScoresProps = { readonly scores: SessionScores; readonly surface: SessionRecorded["surface"] };

const MOMENTS = ["before", "worst", "after"] as const;
const NAMES = { before: "input.pre", worst: "input.dur", after: "input.post" } as const;

/** Pain under the picture of the steps, where it was asked; the worst has no time of its own. */
export const PainLine = ({ scores }: Pick<ScoresProps, "scores">) => (
  <p class="pain-line">
    {MOMENTS.map((moment) => {
      const pain = scores[moment];
      return pain === null ? null : (
        <span key={moment}>
          {t(NAMES[moment])} <PainMark score={Math.max(pain.back, pain.leg)} />
        </span>
      );
    })}
  </p>
);

export function Scores({ scores, surface }: ScoresProps) {
  const row = (name: string, pain: Pain | null) => ({
    key: name,
    cells: [name, <PainMark key="back" score={pain?.back ?? null} />, <PainMark key="leg" score={pain?.leg ?? null} />],
  });
  return (
    <Card title={t("session.scores")}>
      <Table
        caption={t("session.scoresCaption")}
        columns={[t("session.when"), t("session.backPain"), t("session.legPain")]}
        rows={MOMENTS.map((moment) => row(t(`moment.${moment}`), scores[moment]))}
      />
      <dl class="pairs">
        <Score name={t("score.rpe")} score={scores.rpe} />
        {scores.stiffness == null ? null : <Score name={t("score.stiffness")} score={scores.stiffness} />}
        {scores.energy == null ? null : <Score name={t("score.energy")} score={scores.energy} />}
        <div>
          <dt>{t("edit.leg")}</dt>
          <dd>
            {scores.legSymptoms === null ? t("rule.input.none") : scores.legSymptoms ? t("form.yes") : t("form.no")}
          </dd>
        </div>
        {surface === null ? null : (
          <div>
            <dt>{t("edit.surface")}</dt>
            <dd>{t(`surface.${surface}`)}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

const Score = ({ name, score }: { readonly name: string; readonly score: number | null }) => (
  <div>
    <dt>{name}</dt>
    <dd>{score === null ? t("pain.unknown") : t("pain.of", score)}</dd>
  </div>
);
