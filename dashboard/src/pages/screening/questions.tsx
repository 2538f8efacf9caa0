import { useState } from "preact/hooks";
import type { ScreeningAnswers } from "../../../../core/contract/event.ts";
import { QUESTIONS, type Question } from "../../../../core/screening/questions.ts";
import { tell } from "../../data/store.ts";
import { coreTexts, t } from "../../i18n/t.ts";
import { YesNo } from "../../ui/choices.tsx";
import { useForm } from "../../ui/form.ts";
import { Send } from "../../ui/send.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { answersOf, asksMore, type Chosen, isAnswered, NOTHING_CHOSEN } from "./answers.ts";

type QuestionsProps = {
  /** Numbers of the questions to ask. */
  readonly ids: readonly number[];
  readonly onDone: (answers: ScreeningAnswers) => void;
};

/** Safety questions as one calm list. Nothing is answered in advance, and each can be changed until it is sent. */
export function Questions({ ids, onDone }: QuestionsProps) {
  const [chosen, setChosen] = useState<Chosen>(NOTHING_CHOSEN);
  const { busy, error, run } = useSubmit();
  const questions = QUESTIONS.filter(({ id }) => ids.includes(id));
  const missing = questions.filter((question) => !isAnswered(question, chosen)).length;
  const { tried, form } = useForm(() => missing === 0 && run(send));

  async function send(): Promise<void> {
    const answers = answersOf(questions, chosen);
    await tell("screening.answered.v1", answers);
    onDone(answers);
  }

  return (
    <form {...form} class="questions">
      {questions.map((question) => (
        <Asked key={question.id} question={question} chosen={chosen} onChange={setChosen} tried={tried} />
      ))}
      <div class="questions-end">
        <p class="hint">{t("start.answered", questions.length - missing, questions.length)}</p>
        <div role="alert">{tried && missing > 0 ? <p class="field-error">{t("form.missing", missing)}</p> : null}</div>
        <Send busy={busy} error={error} label={busy ? t("form.saving") : t("form.continue")} />
      </div>
    </form>
  );
}

type AskedProps = {
  readonly question: Question;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly tried: boolean;
};

function Asked({ question, chosen, onChange, tried }: AskedProps) {
  const { id, text, urgentText } = question;
  const { questions } = coreTexts();
  const plain = chosen.plain[id] ?? null;
  const urgent = chosen.urgent[id] ?? null;
  const errorOf = (value: boolean | null) => (tried && value === null ? t("form.choose") : undefined);
  return (
    <div class="question">
      <span class="question-number" aria-hidden="true">
        {id}
      </span>
      <YesNo
        legend={questions[text]}
        value={plain}
        onChange={(value) => onChange({ ...chosen, plain: { ...chosen.plain, [id]: value } })}
        error={errorOf(plain)}
      />
      {urgentText !== null && asksMore(question, chosen) ? (
        <YesNo
          kind="follow-up"
          legend={questions[urgentText]}
          value={urgent}
          onChange={(value) => onChange({ ...chosen, urgent: { ...chosen.urgent, [id]: value } })}
          error={errorOf(urgent)}
        />
      ) : null}
    </div>
  );
}
