import { useState } from "preact/hooks";
import { SessionDetail, Summary } from "../../../../core/contract/api.ts";
import type { SessionEdited } from "../../../../core/contract/session.ts";
import { cache, tell, useResource } from "../../data/store.ts";
import { timeHere } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Card } from "../../ui/card.tsx";
import { focusNext } from "../../ui/focus-next.ts";
import { Failure } from "../../ui/notice.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { CorrectForm } from "./correct-form.tsx";
import { originalOf } from "./correction.ts";
import { PlanEffect } from "./plan-effect.tsx";
import { Scores } from "./scores.tsx";

/** Until the fold has the edit, in milliseconds after the answer. */
const FOLDED_MS = 700;

/** Corrects what a session says. The original stays, and can count again. */
export function Correct({ detail }: { readonly detail: SessionDetail }) {
  const { edited, session } = detail;
  const { open, since, submit, show, save } = useCorrection(session.sessionId);
  const original = originalOf(detail);
  return (
    <Card title={edited == null ? t("edit.title") : t("edit.edited")} kind="correct">
      {edited == null ? null : <Edited {...edited} />}
      {since === null ? null : <PlanEffect since={since} />}
      <Failure error={submit.error} />
      {open ? (
        <CorrectForm
          detail={detail}
          busy={submit.busy}
          onSave={(correction) => save(correction, t("edit.saved"))}
          onCancel={() => show(false)}
        />
      ) : (
        <Choice
          busy={submit.busy}
          onOpen={() => show(true)}
          onUndo={original === null ? null : () => void save(original, t("edit.undone"))}
        />
      )}
      {edited == null ? null : <Original {...edited} />}
    </Card>
  );
}

/** Whether the form is open, and since which plan a correction is on its way. `show` takes the keyboard along. */
function useCorrection(sessionId: string) {
  const { data: summary } = useResource("/v1/summary", Summary);
  const [open, setOpen] = useState(false);
  const [since, setSince] = useState<number | null>(null);
  const submit = useSubmit();
  const show = (form: boolean) => {
    setOpen(form);
    focusNext(form ? ".correct select" : ".correct .actions button");
  };
  const save = async (correction: SessionEdited, said: string) => {
    const rev = summary?.plan?.rev ?? 0;
    if (!(await submit.run(() => tell("session.edited.v1", correction)))) return false;
    show(false);
    setSince(rev);
    announce(said);
    setTimeout(() => void cache.refresh(`/v1/sessions/${sessionId}`, SessionDetail), FOLDED_MS);
    return true;
  };
  return { open, since, submit, show, save };
}

type EditedProps = NonNullable<SessionDetail["edited"]>;

const Original = ({ original: { scores, surface } }: EditedProps) => (
  <details>
    <summary>{t("edit.original")}</summary>
    <Scores scores={scores} surface={surface} />
  </details>
);

const Edited = ({ at, notes }: EditedProps) => (
  <>
    <p>
      {t("edit.editedText")} <time dateTime={at}>{timeHere(Date.parse(at))}</time>
    </p>
    {notes === "" ? null : <blockquote>{notes}</blockquote>}
  </>
);

/** `onUndo`: null where nothing was corrected. */
type ChoiceProps = { readonly busy: boolean; readonly onOpen: () => void; readonly onUndo: (() => void) | null };

const Choice = ({ busy, onOpen, onUndo }: ChoiceProps) => (
  <div class="actions">
    <button type="button" class="button quiet" onClick={onOpen}>
      {t("edit.open")}
    </button>
    {onUndo === null ? null : (
      <button type="button" class="link" disabled={busy} onClick={onUndo}>
        {t("edit.undo")}
      </button>
    )}
  </div>
);
