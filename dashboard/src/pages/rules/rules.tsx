import { LADDER, totalSeconds } from "../../../../core/ladder/ladder.ts";
import { SOURCES } from "../../../../core/plan/sources.ts";
import { stopwatch } from "../../format/durations.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { ruleName } from "../../ui/rules.tsx";
import { Table } from "../../ui/table.tsx";
import { backingOf, studyIn } from "./backing.ts";

/** The first letters of the rules' ids, in the order in which a decision is made. */
const GROUPS = ["S", "R", "C", "U", "T", "H", "G", "I", "D", "P", "W"] as const;

/** Every rule of the plan in a few words, with what backs it; from the table that the plan itself names its rules by. */
export default function Rules() {
  return (
    <Page title={t("rules.title")} sub={t("rules.sub")} kind="narrow">
      <p class="crumb">
        <a href="/plan">← {t("nav.plan")}</a>
      </p>
      {GROUPS.map((letter) => (
        <Group key={letter} letter={letter} />
      ))}
      <Ladder />
    </Page>
  );
}

function Group({ letter }: { readonly letter: (typeof GROUPS)[number] }) {
  const rules = Object.entries(SOURCES).filter(([id]) => id.startsWith(`${letter}.`));
  return (
    <Card title={t(`rules.${letter}`)}>
      <ul class="rules">
        {rules.map(([id, { evidence }]) => (
          <li key={id} id={id}>
            <span class="rule-name">
              {ruleName(id)} <code>{id}</code>
            </span>
            <span class="hint">
              {[t(`rules.${backingOf(evidence)}`), studyIn(evidence)].filter(Boolean).join(": ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Ladder() {
  return (
    <Card title={t("rules.ladder")}>
      <p>{t("rules.ladderText")}</p>
      <Table
        caption={t("rules.ladder")}
        columns={[t("rules.level"), t("rules.run"), t("rules.walk"), t("rules.times"), t("rules.whole")]}
        rows={LADDER.map(({ level, runS, walkS, reps }) => ({
          key: String(level),
          cells: [
            String(level),
            runS === 0 ? "–" : stopwatch(runS),
            stopwatch(walkS),
            String(reps),
            stopwatch(totalSeconds(level)),
          ],
        }))}
      />
    </Card>
  );
}
