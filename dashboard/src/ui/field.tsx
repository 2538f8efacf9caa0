import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";

type InputOptions = {
  readonly type?: "text" | "password" | "date" | "time" | "number";
  readonly name?: string;
  readonly autocomplete?: string;
  readonly inputMode?: "numeric" | "decimal" | "text";
  readonly autocapitalize?: "off" | "characters";
  readonly spellcheck?: boolean;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
};
type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly input?: InputOptions;
};

/** The ids of what says more about an input: its hint, and what is wrong with it. */
export const toldBy = (id: string, hint?: string, error?: string): string | undefined =>
  [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].join(" ").trim() || undefined;

export const Hint = ({ id, hint }: { readonly id: string; readonly hint: string | undefined }) =>
  hint === undefined ? null : (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  );

/** One line of text with its label, its hint and what is wrong with it. */
export function Field({ label, value, onInput, hint, error, input = {} }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <input
        // The element's type is a union over `type`, which a value known only at run time cannot pick from.
        {...(input as InputHTMLAttributes)}
        id={id}
        value={value}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={toldBy(id, hint, error)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

export const FieldError = ({ id, error }: { readonly id: string; readonly error: string | undefined }) =>
  error === undefined ? null : (
    <p class="field-error" id={id}>
      {error}
    </p>
  );

type GroupProps = {
  readonly legend: ComponentChildren;
  readonly kind?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
};

/** A question whose answer is one or more of several inputs. */
export function Group({ legend, kind, hint, error, children }: GroupProps) {
  const id = useId();
  return (
    <fieldset
      class={`group ${kind ?? ""}`}
      aria-describedby={toldBy(id, hint, error)}
      data-invalid={error === undefined ? undefined : "true"}
    >
      <legend>{legend}</legend>
      <Hint id={id} hint={hint} />
      {children}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

/** Puts the focus on the first input that needs another answer. Called after the errors are on the page. */
export function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const target = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"] input');
    target?.focus();
  });
}
