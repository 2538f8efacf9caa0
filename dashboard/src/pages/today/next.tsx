import type { Plan } from "../../../../core/contract/plan.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { StepsParts, StepsPicture } from "../../charts/steps-picture.tsx";
import { nearDay, wallTime } from "../../format/dates.ts";
import { howLong, plannedPhases } from "../../format/steps.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";

type NextProps = {
  readonly plan: Plan;
  readonly today: LocalDate;
  /** Whether there was a session today. */
  readonly done: boolean;
  readonly hasWatch: boolean;
};

/** The next outing: when, how long, and what it is made of. */
export function Next({ plan, today, done, hasWatch }: NextProps) {
  if (plan.level === null || plan.date === null) return <Rest plan={plan} today={today} />;
  const phases = plannedPhases(plan.steps);
  const paused = plan.state === "paused";
  return (
    <Card title={titleOf(plan)} kind="next">
      {plan.date === today || done || paused ? null : <p>{t("today.restText")}</p>}
      <p class="next-when">
        <strong>{nearDay(plan.date, today)}</strong>
        {plan.startLocal === null ? null : <span>{t("today.from", wallTime(plan.startLocal))}</span>}
      </p>
      <p class="next-facts">
        <span class="badge">{t("level.n", plan.level)}</span>
        <span>{howLong(phases)}</span>
      </p>
      <StepsPicture phases={phases} />
      <StepsParts phases={phases} />
      {plan.provisional ? <p class="hint">{t("today.provisional")}</p> : null}
      {paused ? <Back /> : <Watch hasWatch={hasWatch} />}
    </Card>
  );
}

function titleOf({ lock, state }: Plan): string {
  if (lock !== null) return t("today.walkOnly");
  return state === "paused" ? `${t("today.paused")} · ${t("today.next")}` : t("today.next");
}

const Back = () => (
  <p>
    <a href="/plan#off">{t("plan.back")}</a>
  </p>
);

function Watch({ hasWatch }: { readonly hasWatch: boolean }) {
  return (
    <div class="next-go">
      {hasWatch ? (
        <p>{t("today.onWatch")}</p>
      ) : (
        <a class="button" href="/devices">
          {t("today.pairFirst")}
        </a>
      )}
      <a class={hasWatch ? "" : "button quiet"} href="/watch/">
        {t("today.simulate")}
      </a>
    </div>
  );
}

function Rest({ plan, today }: { readonly plan: Plan; readonly today: LocalDate }) {
  const paused = plan.state === "paused";
  return (
    <Card title={paused ? t("today.paused") : t("today.rest")} kind="next">
      <p>{t("today.restText")}</p>
      {paused ? <Back /> : null}
      {plan.date === null ? null : <p class="next-when">{nearDay(plan.date, today)}</p>}
    </Card>
  );
}
