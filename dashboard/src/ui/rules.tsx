import type { FiredRule } from "../../../core/contract/plan.ts";
import { dayWithYear } from "../format/dates.ts";
import { isPlainKey, t } from "../i18n/t.ts";

/** Every rule that fired, in words, with its id and the values it looked at. */
export function Rules({ rules }: { readonly rules: readonly FiredRule[] }) {
  return (
    <ul class="rules">
      {rules.map(({ id, inputs }) => (
        <li key={id}>
          <span class="rule-name">{ruleName(id)}</span>
          <dl class="inputs">
            {Object.entries(inputs).map(([name, value]) => (
              <div key={name}>
                <dt>{inputName(name)}</dt>
                <dd>{inputValue(value)}</dd>
              </div>
            ))}
          </dl>
          <code>{id}</code>
        </li>
      ))}
    </ul>
  );
}

/** A newer service may name a rule that this page has no words for: then its id has to do. */
export function ruleName(id: string): string {
  const key = `rule.${id}`;
  return isPlainKey(key) ? t(key) : id;
}

function inputName(name: string): string {
  const key = `input.${name}`;
  return isPlainKey(key) ? t(key) : name;
}

function inputValue(value: string | number | boolean | null): string {
  if (value === null || value === "") return t("rule.input.none");
  if (typeof value === "boolean") return value ? t("form.yes") : t("form.no");
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayWithYear(value) : String(value);
}
