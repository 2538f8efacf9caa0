import { QUESTIONS, REPEATED } from "../../../../core/screening/questions.ts";
import { useLocation } from "../../app/location.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Page } from "../../ui/page.tsx";
import { Questions } from "./questions.tsx";

/** Safety questions once more, when the plan asks for them. */
export default function Screening() {
  const { query, route } = useLocation();
  const all = query.all !== undefined;
  const ids = all ? QUESTIONS.map(({ id }) => id) : REPEATED;
  const done = () => {
    announce(t("today.clearDone"));
    route("/");
  };
  return (
    <Page title={t("screening.title")} sub={all ? t("screening.sub16") : t("screening.sub8")} kind="narrow">
      <Questions key={String(all)} ids={ids} onDone={done} />
    </Page>
  );
}
