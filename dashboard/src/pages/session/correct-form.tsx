import { useState } from "preact/hooks";
import type { SessionDetail } from "../../../../core/contract/api.ts";
import type { SessionEdited } from "../../../../core/contract/session.ts";
import { t } from "../../i18n/t.ts";
import { useForm } from "../../ui/form.ts";
import { PainTable } from "../../ui/pain-table.tsx";
import { Ending, Feelings, Notes, Steps } from "./correct-fields.tsx";
import { correctionOf, type Draft, draftOf, wrongIn } from "./correction.ts";

type FormProps = {
  readonly detail: SessionDetail;
  readonly busy: boolean;
  readonly onSave: (correction: SessionEdited) => Promise<boolean>;
  readonly onCancel: () => void;
};

/** Everything about a session that a person can know better than the watch. */
export function CorrectForm({ detail, busy, onSave, onCancel }: FormProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(detail));
  const wrong = wrongIn(detail, draft);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const { tried, form } = useForm(
    () => !(wrong.pain || wrong.end || wrong.steps) && onSave(correctionOf(detail, draft)),
  );

  return (
    <form {...form}>
      <p class="hint">{t("edit.text")}</p>
      <PainTable value={draft.pain} onChange={(pain) => set({ pain })} tried={tried} />
      <Feelings draft={draft} onChange={set} />
      <Ending draft={draft} onChange={set} wrong={tried && wrong.end} />
      <Notes value={draft.notes} onInput={(notes) => set({ notes })} />
      <Steps detail={detail} draft={draft} onChange={set} tried={tried} />
      <div class="actions">
        <button type="submit" class="button" disabled={busy}>
          {t("edit.save")}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {t("form.cancel")}
        </button>
      </div>
    </form>
  );
}
