import { useId } from "preact/hooks";
import { PAIN_SHAPES, painBand } from "../format/pain.ts";
import { t } from "../i18n/t.ts";
import { Group } from "./field.tsx";

type ScoreProps = {
  readonly legend: string;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  /** What 0 and 10 stand for; pain, unless said otherwise. */
  readonly ends?: readonly [string, string];
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

const SCORES = Array.from({ length: 11 }, (_, score) => score);

/** A number from 0 to 10 as eleven radios: nothing to drag, and the arrow keys move along the row. */
export function ScorePicker({ legend, value, onChange, ends, hint, error }: ScoreProps) {
  const name = useId();
  return (
    <Group legend={legend} kind="score" hint={hint} error={error}>
      <div class="score-row">
        {SCORES.map((score) => (
          <label class={`score-cell ramp-${score}`} key={score}>
            <input type="radio" name={name} checked={value === score} onChange={() => onChange(score)} />
            <span>{score}</span>
          </label>
        ))}
      </div>
      <p class="score-ends" aria-hidden="true">
        <span>{ends?.[0] ?? t("pain.none")}</span>
        <span>{ends?.[1] ?? t("pain.worst")}</span>
      </p>
    </Group>
  );
}

/** The worst pain of a session or of a day, by its name. */
export const WorstPain = ({ score }: { readonly score: number | null }) => (
  <span>
    <span class="hint">{t("input.dur")}</span> <PainMark score={score} />
  </span>
);

/** A score as number, shape and colour. */
export function PainMark({ score }: { readonly score: number | null }) {
  if (score === null) return <span class="pain pain-unknown">{t("pain.unknown")}</span>;
  const band = painBand(score);
  return (
    <span class={`pain pain-${band}`}>
      <span aria-hidden="true">{PAIN_SHAPES[band]}</span> {score}
      <span class="visually-hidden"> {t(`pain.${band}`)}</span>
    </span>
  );
}
