import { useState } from "preact/hooks";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { tell } from "../../data/store.ts";
import { longDay } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Card } from "../../ui/card.tsx";
import { Choices } from "../../ui/choices.tsx";
import { Field } from "../../ui/field.tsx";
import { focusNext } from "../../ui/focus-next.ts";
import { useForm } from "../../ui/form.ts";
import { Failure } from "../../ui/notice.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { backAfter, isAfter } from "./days.ts";

/** A pause that the plan knows without an end has this date (core's profile fold). */
const NO_END = "9999-12-31";

/** The plan answers with another form in the place of this one: the keyboard waits at the card. */
function done(said: "plan.offDone" | "plan.backDone"): void {
  announce(t(said));
  focusNext("#off");
}

type TimeOffProps = {
  readonly today: LocalDate;
  /** Undefined: not paused. */
  readonly until: LocalDate | null | undefined;
};

/** A holiday, an illness, a busy week: pauses the plan, and takes it up again. */
export function TimeOff({ today, until }: TimeOffProps) {
  return (
    <div id="off" tabIndex={-1}>
      <Card title={t("plan.off")}>{until === undefined ? <Pause today={today} /> : <Paused until={until} />}</Card>
    </div>
  );
}

function Paused({ until }: { readonly until: LocalDate | null }) {
  const { busy, error, run } = useSubmit();
  const resume = async () => {
    if (await run(() => tell("plan.chosen.v1", { planId: null, choice: "resume" }))) done("plan.backDone");
  };
  return (
    <>
      <p>{until === null || until === NO_END ? t("plan.offNoEnd") : t("plan.offUntil", longDay(until))}</p>
      <Failure error={error} />
      <button type="button" class="button" disabled={busy} onClick={() => void resume()}>
        {t("plan.back")}
      </button>
    </>
  );
}

type Length = "week" | "two" | "open" | "own";

function Pause({ today }: { readonly today: LocalDate }) {
  const [length, setLength] = useState<Length>("week");
  const [own, setOwn] = useState("");
  const { busy, error, run } = useSubmit();
  const wrong = length === "own" && !isAfter(own, today);
  const { tried, form } = useForm(() => !wrong && run(send));

  async function send(): Promise<void> {
    const date = { week: backAfter(today, 7), two: backAfter(today, 14), open: null, own }[length];
    const data = { planId: null, choice: "pause" as const, ...(date === null ? {} : { date }) };
    await tell("plan.chosen.v1", data);
    done("plan.offDone");
  }

  return (
    <form {...form}>
      <p>{t("plan.offText")}</p>
      <Choices<Length>
        legend={t("plan.offLong")}
        value={length}
        onChange={setLength}
        choices={[
          { value: "week", label: t("plan.offWeek"), hint: t("plan.offBackOn", longDay(backAfter(today, 7))) },
          { value: "two", label: t("plan.offTwo"), hint: t("plan.offBackOn", longDay(backAfter(today, 14))) },
          { value: "open", label: t("plan.offOpen") },
          { value: "own", label: t("plan.offOwn") },
        ]}
      />
      {length === "own" ? (
        <Field
          label={t("plan.offBack")}
          value={own}
          onInput={setOwn}
          input={{ type: "date", min: backAfter(today, 1) }}
          error={tried && wrong ? t("plan.offBackWrong") : undefined}
        />
      ) : null}
      <Send busy={busy} error={error} label={t("plan.offGo")} />
    </form>
  );
}
