import { Summary } from "../../../../core/contract/api.ts";
import { accounts, refreshSummary, useResource, withWaiting } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Skeleton } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Account } from "./account.tsx";
import { Cues } from "./cues.tsx";
import { Invites } from "./invites.tsx";
import { Limits } from "./limits.tsx";
import { Prove } from "./prove.tsx";
import { Reading } from "./reading.tsx";
import { Reminders } from "./reminders.tsx";
import { Week } from "./week.tsx";
import { YourData } from "./your-data.tsx";

/** Everything a person can tell about themselves, and what this installation knows of them. */
export default function Settings() {
  const { data, error } = useResource("/v1/summary", Summary);
  return (
    <Page title={t("settings.title")} sub={t("settings.sub")}>
      {data === undefined && error === undefined ? <Skeleton lines={8} /> : null}
      {data === undefined ? <Failure error={error} onRetry={() => void refreshSummary()} /> : null}
      {data === undefined ? null : <Cards summary={{ ...data, profile: withWaiting(data.profile) }} />}
    </Page>
  );
}

function Cards({ summary }: { readonly summary: Summary }) {
  const account = accounts.account.value;
  return (
    <div class="board">
      <div class="board-main">
        <Week summary={summary} />
        <Limits summary={summary} />
        <Cues summary={summary} />
      </div>
      <div class="board-side">
        <Reading {...summary} />
        <Reminders />
        <Account />
        {account.kind === "in" && account.person.admin ? <Invites /> : null}
        <YourData today={summary.today} />
      </div>
      <Prove />
    </div>
  );
}
