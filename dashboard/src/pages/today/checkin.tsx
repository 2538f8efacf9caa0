import { useState } from "preact/hooks";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import type { Pain } from "../../../../core/contract/session.ts";
import { tell } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { focusNext } from "../../ui/focus-next.ts";
import { useForm } from "../../ui/form.ts";
import { ScorePicker } from "../../ui/score.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { Tick } from "../../ui/tick.tsx";

type CheckinProps = { readonly today: LocalDate; readonly given: Pain | null };

/** The scores of this morning, for back and leg. */
export function Checkin({ today, given }: CheckinProps) {
  const [kept, setKept] = useState<Pain | null>(null);
  const [again, setAgain] = useState(false);
  const known = given ?? kept;
  const done = (pain: Pain) => {
    setKept(pain);
    setAgain(false);
    focusNext(".checkin-given");
  };
  const reopen = () => {
    setAgain(true);
    focusNext(".checkin input");
  };
  return (
    <Card title={t("today.checkin")} kind="checkin">
      {known !== null && !again ? (
        <>
          <p class="checkin-given" tabIndex={-1}>
            {t("today.checkinIs", known.back, known.leg)}
          </p>
          <button type="button" class="button quiet" onClick={reopen}>
            {t("today.checkinAgain")}
          </button>
        </>
      ) : (
        <CheckinForm today={today} second={known !== null} onDone={done} />
      )}
    </Card>
  );
}

type FormProps = { readonly today: LocalDate; readonly second: boolean; readonly onDone: (pain: Pain) => void };

function CheckinForm({ today, second, onDone }: FormProps) {
  const [back, setBack] = useState<number | null>(null);
  const [leg, setLeg] = useState<number | null>(null);
  const [unwell, setUnwell] = useState(false);
  const { busy, error, run } = useSubmit();
  const { tried, form } = useForm(() => back !== null && leg !== null && run(() => send({ back, leg })));
  const missing = (value: number | null) => (tried && value === null ? t("form.chooseScore") : undefined);

  async function send(pain: Pain): Promise<void> {
    await tell("checkin.reported.v1", { kind: "morning", ...pain, forDate: today, ...(unwell ? { unwell } : {}) });
    onDone(pain);
  }

  return (
    <form {...form}>
      <p class="hint">{second ? t("today.checkinTwice") : t("today.checkinText")}</p>
      <ScorePicker legend={t("today.back")} value={back} onChange={setBack} error={missing(back)} />
      <ScorePicker legend={t("today.leg")} value={leg} onChange={setLeg} error={missing(leg)} />
      <Tick label={t("today.unwell")} checked={unwell} onChange={setUnwell} />
      <Send busy={busy} error={error} label={busy ? t("form.saving") : t("today.checkinSend")} />
    </form>
  );
}
