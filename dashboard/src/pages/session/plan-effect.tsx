import { useEffect, useState } from "preact/hooks";
import { PlansPage } from "../../../../core/contract/plan-history.ts";
import { useResource } from "../../data/store.ts";
import { planSentence } from "../../i18n/plan-texts.ts";
import { t } from "../../i18n/t.ts";

/** By then a new plan would be there. */
const PATIENCE_MS = 4000;

/** What a correction did to the plan: the change in one sentence with its reason, or that it stays. */
export function PlanEffect({ since }: { readonly since: number }) {
  const { data } = useResource("/v1/plans", PlansPage);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    setWaited(false);
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [since]);
  const latest = data?.plans[0];
  const newer = latest !== undefined && latest.rev > since ? latest : null;
  return (
    <div role="status" class="notice notice-calm">
      <p>
        <strong>{t("edit.plan")}</strong>
      </p>
      {newer === null ? (
        <p>{waited ? t("edit.planSame") : t("edit.planWaits")}</p>
      ) : (
        <p>
          {newer.change?.what} {planSentence(newer)} <a href="/plan#past">{t("plan.past")}</a>
        </p>
      )}
    </div>
  );
}
