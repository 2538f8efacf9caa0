import { useState } from "preact/hooks";
import type { Plan } from "../../../../core/contract/plan.ts";
import { tell } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { useForm } from "../../ui/form.ts";
import { ScorePicker } from "../../ui/score.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { Tick } from "../../ui/tick.tsx";

type LockProps = {
  readonly lock: NonNullable<Plan["lock"]>;
  readonly text: string;
  readonly clearable: boolean;
};

/** What to do while the plan is stopped, and the way back that the person alone can open. */
export function Lock({ lock, text, clearable }: LockProps) {
  return (
    <section class={`card lock lock-${lock.kind}`} aria-labelledby="lock-title">
      <h2 id="lock-title">{t(`lock.${lock.kind}`)}</h2>
      <p class="lock-text">{text}</p>
      {clearable ? (
        <details>
          <summary>{lock.kind === "pain" ? t("today.clearReady") : t("today.clear")}</summary>
          <Clearance assessment={lock.kind !== "pain"} />
        </details>
      ) : null}
    </section>
  );
}

function Clearance({ assessment }: { readonly assessment: boolean }) {
  const [assessed, setAssessed] = useState(false);
  const [usualPain, setUsualPain] = useState<number | null>(null);
  const { busy, error, run } = useSubmit();
  const { tried, form } = useForm(
    () =>
      usualPain !== null &&
      (assessed || !assessment) &&
      run(async () => {
        await tell("clearance.confirmed.v1", { assessed, usualPain });
        announce(t("today.clearDone"));
      }),
  );

  return (
    <form {...form}>
      <p>{assessment ? t("today.clearText") : t("today.clearReadyText")}</p>
      {assessment ? (
        <Tick
          label={t("today.clearBox")}
          checked={assessed}
          onChange={setAssessed}
          error={tried && !assessed ? t("today.clearMissing") : undefined}
        />
      ) : null}
      <ScorePicker
        legend={t("today.usualPain")}
        value={usualPain}
        onChange={setUsualPain}
        error={tried && usualPain === null ? t("form.chooseScore") : undefined}
      />
      <Send busy={busy} error={error} label={t("today.clearSend")} />
    </form>
  );
}
