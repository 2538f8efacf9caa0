import { useId } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Group } from "./field.tsx";

export type Choice<T> = { readonly value: T; readonly label: string; readonly hint?: string };
type ChoicesProps<T> = {
  readonly legend: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly kind?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

/** One of a few answers, all in sight. */
export function Choices<T extends string | number | boolean>(props: ChoicesProps<T>) {
  const { legend, choices, value, onChange, kind = "", hint, error } = props;
  const name = useId();
  return (
    <Group legend={legend} kind={`choices ${kind}`} hint={hint} error={error}>
      <div class="choice-row">
        {choices.map((choice) => (
          <label class="choice" key={String(choice.value)}>
            <input type="radio" name={name} checked={value === choice.value} onChange={() => onChange(choice.value)} />
            <span>
              {choice.label}
              {choice.hint === undefined ? null : <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}

type YesNoProps = Omit<ChoicesProps<boolean>, "choices">;

export const YesNo = (props: YesNoProps) => (
  <Choices
    {...props}
    kind={`yes-no ${props.kind ?? ""}`}
    choices={[
      { value: false, label: t("form.no") },
      { value: true, label: t("form.yes") },
    ]}
  />
);
