import { useState } from "preact/hooks";
import { Summary } from "../../../../core/contract/api.ts";
import { refreshSummary, useResource } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Skeleton } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Psfs } from "./psfs.tsx";
import { Rmdq } from "./rmdq.tsx";

type Kind = "rmdq" | "psfs";

/** The questionnaires that are due: what daily life is like, every four weeks. */
export default function Questionnaire() {
  const { data, error } = useResource("/v1/summary", Summary);
  const [answered, setAnswered] = useState<readonly Kind[]>([]);
  const due = (data?.questionnaires?.due ?? []).filter((kind) => !answered.includes(kind));
  const done = (kind: Kind) => {
    setAnswered([...answered, kind]);
    announce(t("ask.saved"));
  };
  return (
    <Page title={t("ask.title")} sub={t("ask.sub")} kind="narrow">
      {data === undefined && error === undefined ? <Skeleton lines={10} /> : null}
      {data === undefined ? <Failure error={error} onRetry={() => void refreshSummary()} /> : null}
      {due.includes("psfs") ? (
        <Psfs known={data?.questionnaires?.activities ?? []} onDone={() => done("psfs")} />
      ) : null}
      {due.includes("rmdq") ? <Rmdq onDone={() => done("rmdq")} /> : null}
      {data === undefined || due.length > 0 ? null : (
        <p>
          {answered.length > 0 ? t("ask.saved") : t("ask.none")} <a href="/trends">{t("nav.trends")}</a>
        </p>
      )}
    </Page>
  );
}
