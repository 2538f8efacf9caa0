import { useState } from "preact/hooks";
import type { LogEventOf } from "../../../../core/contract/event.ts";
import type { Plan } from "../../../../core/contract/plan.ts";
import { tell } from "../../data/store.ts";
import { levelInWords } from "../../format/levels.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Card } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Select } from "../../ui/select.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { levelsBelow } from "./days.ts";

type Chosen = Omit<LogEventOf<"plan.chosen.v1">["data"], "planId">;

/** Less than planned: one level down, not yet up, or a level of one's own. Never more. */
export function Easier({ plan, level }: { readonly plan: Plan; readonly level: number }) {
  const { busy, error, run } = useSubmit();
  const choose = async (chosen: Chosen) => {
    if (await run(() => tell("plan.chosen.v1", { planId: plan.planId, ...chosen }))) announce(t("plan.easierDone"));
  };
  const rises = plan.state === "progress";
  return (
    <div id="easier">
      <Card title={t("plan.easier")}>
        <p>{level === 0 ? t("plan.easierNone") : t("plan.easierText")}</p>
        <Failure error={error} />
        {level === 0 ? null : (
          <>
            <button
              type="button"
              class="button quiet"
              disabled={busy}
              onClick={() => void choose({ choice: rises ? "decline" : "easier" })}
            >
              {rises ? t("plan.decline", level - 1) : t("plan.easierOne")}
            </button>
            <ChooseLevel key={level} level={level} busy={busy} onChoose={choose} />
          </>
        )}
      </Card>
    </div>
  );
}

type ChooseProps = {
  readonly level: number;
  readonly busy: boolean;
  readonly onChoose: (chosen: Chosen) => Promise<void>;
};

function ChooseLevel({ level, busy, onChoose }: ChooseProps) {
  const [wanted, setWanted] = useState(String(level - 1));
  const send = (event: Event) => {
    event.preventDefault();
    void onChoose({ choice: "easier", level: Number(wanted) });
  };
  return (
    <form onSubmit={send}>
      <Select
        label={t("plan.easierLevel")}
        value={wanted}
        onChange={setWanted}
        options={levelsBelow(level).map((each) => ({ value: String(each), label: levelInWords(each) }))}
      />
      <button type="submit" class="button quiet" disabled={busy}>
        {t("plan.easierGo")}
      </button>
    </form>
  );
}
