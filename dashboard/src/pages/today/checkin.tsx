import { useRef, useState } from "preact/hooks";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import type { Pain } from "../../../../core/contract/session.ts";
import { tell } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { focusFirstError } from "../../ui/field.tsx";
import { focusNext } from "../../ui/focus-next.ts";
import { Failure } from "../../ui/notice.tsx";
import { ScorePicker } from "../../ui/score.tsx";
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
  const form = useRef<HTMLFormElement>(null);
  const [back, setBack] = useState<number | null>(null);
  const [leg, setLeg] = useState<number | null>(null);
  const [unwell, setUnwell] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useSubmit();
  const missing = (value: number | null) => (tried && value === null ? t("form.chooseScore") : undefined);

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (back === null || leg === null) return focusFirstError(form.current);
    const data = { kind: "morning" as const, back, leg, forDate: today, ...(unwell ? { unwell } : {}) };
    if (await run(() => tell("checkin.reported.v1", data))) onDone({ back, leg });
  }

  return (
    <form ref={form} onSubmit={send} noValidate>
      <p class="hint">{second ? t("today.checkinTwice") : t("today.checkinText")}</p>
      <ScorePicker legend={t("today.back")} value={back} onChange={setBack} error={missing(back)} />
      <ScorePicker legend={t("today.leg")} value={leg} onChange={setLeg} error={missing(leg)} />
      <Tick label={t("today.unwell")} checked={unwell} onChange={setUnwell} />
      <Failure error={error} />
      <button type="submit" class="button" disabled={busy}>
        {busy ? t("form.saving") : t("today.checkinSend")}
      </button>
    </form>
  );
}
