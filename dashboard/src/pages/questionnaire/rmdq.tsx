import { useState } from "preact/hooks";
import { RMDQ_EN } from "../../../../core/text/en/questionnaires.ts";
import { tell } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { Tick } from "../../ui/tick.tsx";

const VERSION = 1;

/** The Roland-Morris questionnaire in its published words, which are English whatever language the page speaks. */
export function Rmdq({ onDone }: { readonly onDone: () => void }) {
  const [ticked, setTicked] = useState<readonly boolean[]>(RMDQ_EN.items.map(() => false));
  const { busy, error, run } = useSubmit();

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const items = ticked.map((each) => (each ? 1 : 0));
    if (await run(() => tell("questionnaire.answered.v1", { kind: "rmdq", items, version: VERSION }))) onDone();
  }

  return (
    <Card title={t("ask.rmdq")}>
      <form onSubmit={send}>
        <p class="hint">{t("ask.english")}</p>
        <div lang="en" class="plain">
          <p>{RMDQ_EN.intro}</p>
          {RMDQ_EN.items.map((sentence, index) => (
            <Tick
              key={sentence}
              label={sentence}
              checked={ticked[index] === true}
              onChange={(checked) => setTicked(ticked.map((each, at) => (at === index ? checked : each)))}
            />
          ))}
        </div>
        <Send busy={busy} error={error} label={t("ask.rmdqSave", ticked.filter(Boolean).length)} />
      </form>
    </Card>
  );
}
