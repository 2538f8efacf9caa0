import { useId } from "preact/hooks";
import { Hint, toldBy } from "./field.tsx";

type Option = { readonly value: string; readonly label: string };
type SelectProps = {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** One of many answers, too many to show at once. */
export function Select({ label, hint, options, value, onChange }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <select
        id={id}
        aria-describedby={toldBy(id, hint)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
