import { useState } from "preact/hooks";
import { Summary } from "../../../../core/contract/api.ts";
import { useLocation } from "../../app/location.ts";
import { refreshSummary, useResource } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Card, Skeleton } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { EntryForm } from "./form.tsx";
import type { Added } from "./undo.ts";

/** A session or a variety day that no watch recorded. */
export default function Add() {
  const { query } = useLocation();
  const { data, error } = useResource("/v1/summary", Summary);
  const [added, setAdded] = useState<Added | null>(null);
  return (
    <Page title={t("calendar.add")} sub={t("add.sub")} kind="narrow">
      <p class="crumb">
        <a href="/history?view=calendar">← {t("calendar.title")}</a>
      </p>
      {data === undefined && error === undefined ? <Skeleton lines={8} /> : null}
      {data === undefined ? <Failure error={error} onRetry={() => void refreshSummary()} /> : null}
      {data === undefined || added !== null ? null : (
        <EntryForm
          today={data.today}
          date={query.date !== undefined && query.date <= data.today ? query.date : data.today}
          level={data.plan?.level ?? 0}
          onAdded={(what) => {
            setAdded(what);
            announce(t("add.done"));
          }}
        />
      )}
      {added === null ? null : <Done added={added} onAgain={() => setAdded(null)} />}
    </Page>
  );
}

function Done({ added, onAgain }: { readonly added: Added; readonly onAgain: () => void }) {
  const [undone, setUndone] = useState(false);
  const { busy, error, run } = useSubmit();
  const undo = async () => {
    if (!(await run(added.undo))) return;
    setUndone(true);
    announce(t("add.undone"));
  };
  return (
    <Card title={undone ? t("add.undone") : t("add.done")}>
      <Failure error={error} />
      <div class="actions">
        <a class="button" href={`/history?view=calendar&year=${added.date.slice(0, 4)}&day=${added.date}`}>
          {t("add.see")}
        </a>
        {undone ? null : (
          <button type="button" class="button quiet" disabled={busy} onClick={() => void undo()}>
            {t("add.undo")}
          </button>
        )}
        <button type="button" class="link" onClick={onAgain}>
          {t("add.another")}
        </button>
      </div>
    </Card>
  );
}
