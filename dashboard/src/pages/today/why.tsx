import type { HistoryItem } from "../../../../core/contract/api.ts";
import type { FiredRule, Plan } from "../../../../core/contract/plan.ts";
import { shortDay } from "../../format/dates.ts";
import { planChanges, planSentence } from "../../i18n/plan-texts.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Rules } from "../../ui/rules.tsx";

/** Rules that ask for the first eight safety questions, and those that ask for all of them. */
const ASK_EIGHT: readonly string[] = ["S.repeat", "U.red-hold", "D.rest", "D.walk", "D.unwell"];
const ASK_ALL: readonly string[] = ["S.anew", "S.minor"];

/** Where there is room for two columns, the rules are in sight from the start. */
const hasRoom = (): boolean => window.matchMedia("(min-width: 56rem)").matches;

function titleOf({ level, lock, state }: Plan): string {
  if (level === null || state === "paused") return t("today.whyRest");
  return lock === null ? t("today.why") : t("today.whyWalk");
}

type WhyProps = { readonly plan: Plan; readonly recent: readonly HistoryItem[] };

/** Why the plan is what it is: one sentence, what would change it, and every rule with what it looked at. */
export function Why({ plan, recent }: WhyProps) {
  const open = plan.level !== null && plan.lock === null && plan.state !== "paused";
  const changes = [...planChanges(plan), ...(open ? [t("today.changePain")] : [])];
  return (
    <Card title={titleOf(plan)} kind="why">
      <p class="why-sentence">{planSentence(plan)}</p>
      {changes.length === 0 ? null : (
        <>
          <h3>{t("today.change")}</h3>
          <ul class="changes">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
            {open ? (
              <li>
                <a href="/plan">{t("today.changeOwn")}</a>
              </li>
            ) : null}
          </ul>
        </>
      )}
      <Questions rules={plan.rules} />
      <details open={hasRoom()}>
        <summary>{t("today.rules", plan.rules.length)}</summary>
        <LookedAt rules={plan.rules} recent={recent} />
        <Rules rules={plan.rules} />
      </details>
    </Card>
  );
}

/** The outing that the colour rules judged: always the last one. */
function LookedAt({ rules, recent }: { readonly rules: readonly FiredRule[]; readonly recent: WhyProps["recent"] }) {
  const last = recent.find(({ kind }) => kind === "session");
  if (last === undefined || !rules.some(({ id }) => id.startsWith("C."))) return null;
  return (
    <p>
      <a href={`/session/${last.id}`}>{t("today.lookedAt", shortDay(last.localDate))}</a>
    </p>
  );
}

function Questions({ rules }: { readonly rules: readonly FiredRule[] }) {
  const all = rules.some(({ id }) => ASK_ALL.includes(id));
  const eight = rules.some(({ id, inputs }) => ASK_EIGHT.includes(id) && inputs.answered !== true);
  if (!all && !eight) return null;
  return (
    <p>
      <a class="button" href={all ? "/screening?all=1" : "/screening"}>
        {all ? t("today.questions16") : t("today.questions8")}
      </a>
    </p>
  );
}
