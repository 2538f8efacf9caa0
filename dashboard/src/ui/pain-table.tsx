import { useId } from "preact/hooks";
import type { Pain } from "../../../core/contract/session.ts";
import { t } from "../i18n/t.ts";
import { FieldError } from "./field.tsx";

export const MOMENTS = ["before", "worst", "after"] as const;
export type Moment = (typeof MOMENTS)[number];
type Half = { readonly back: number | null; readonly leg: number | null };
/** Scores as they are being given: one of a pair may still be missing. */
export type PainEntry = Readonly<Record<Moment, Half>>;

const OPEN: Half = { back: null, leg: null };
export const NO_PAIN_YET: PainEntry = { before: OPEN, worst: OPEN, after: OPEN };

export const painEntryOf = (scores: Readonly<Record<Moment, Pain | null>>): PainEntry => ({
  before: scores.before ?? OPEN,
  worst: scores.worst ?? OPEN,
  after: scores.after ?? OPEN,
});

/** A moment counts when both sites are given; one alone is not whole yet. */
export const hasHalf = (pain: PainEntry): boolean =>
  MOMENTS.some((moment) => (pain[moment].back === null) !== (pain[moment].leg === null));
const wholeOf = ({ back, leg }: Half): Pain | null => (back === null || leg === null ? null : { back, leg });
export const wholeOnes = ({ before, worst, after }: PainEntry) => ({
  ...{ before: wholeOf(before), worst: wholeOf(worst), after: wholeOf(after) },
});

type PainTableProps = {
  readonly value: PainEntry;
  readonly onChange: (value: PainEntry) => void;
  /** The form was sent: what is missing is said. */
  readonly tried: boolean;
};

/** Pain before, at worst and after, for back and leg: six small choices, each with its own name. */
export function PainTable({ value, onChange, tried }: PainTableProps) {
  const error = tried && hasHalf(value) ? t("edit.painHalf") : undefined;
  const id = useId();
  return (
    <div data-invalid={error === undefined ? undefined : "true"}>
      <table class="pain-table" aria-describedby={error === undefined ? undefined : id}>
        <caption class="visually-hidden">{t("session.scoresCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("session.when")}</th>
            <th scope="col">{t("session.backPain")}</th>
            <th scope="col">{t("session.legPain")}</th>
          </tr>
        </thead>
        <tbody>
          {MOMENTS.map((moment) => (
            <tr key={moment}>
              <th scope="row">{t(`moment.${moment}`)}</th>
              {(["back", "leg"] as const).map((site) => (
                <td key={site}>
                  <ScoreSelect
                    label={`${t(`moment.${moment}`)}, ${t(site === "back" ? "session.backPain" : "session.legPain")}`}
                    value={value[moment][site]}
                    onChange={(score) => onChange({ ...value, [moment]: { ...value[moment], [site]: score } })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <FieldError id={id} error={error} />
    </div>
  );
}

type ScoreSelectProps = {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (score: number | null) => void;
};

const SCORES = Array.from({ length: 11 }, (_, score) => score);

/** A score from 0 to 10, or none, in the least room. */
export const ScoreSelect = ({ label, value, onChange }: ScoreSelectProps) => (
  <select
    class="score-select"
    aria-label={label}
    value={value === null ? "" : String(value)}
    onChange={({ currentTarget }) => onChange(currentTarget.value === "" ? null : Number(currentTarget.value))}
  >
    <option value="">–</option>
    {SCORES.map((score) => (
      <option key={score} value={String(score)}>
        {score}
      </option>
    ))}
  </select>
);
