import { useId } from "preact/hooks";
import { FieldError } from "./field.tsx";

type TickProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly error?: string | undefined;
};

/** One thing that is so or not. */
export function Tick({ label, checked, onChange, error }: TickProps) {
  const id = useId();
  return (
    <div>
      <label class="tick">
        <input
          type="checkbox"
          checked={checked}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <FieldError id={id} error={error} />
    </div>
  );
}
