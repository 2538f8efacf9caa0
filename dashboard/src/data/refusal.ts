import { BackstrideError } from "../../../core/error.ts";
import { isPlainKey, t } from "../i18n/t.ts";

type Refusal = {
  readonly code: string;
  /** The path of what is at fault. */
  readonly field?: string | undefined;
  /** The service's own sentence, which is English. */
  readonly detail: string;
  readonly retryable?: boolean;
};

/**
 * A refusal of the service, said in the language of the page: by its code and the field at fault, by the field's first part, by
 * the code alone; what this page has no words for is at least said to be wrong.
 */
export function refusalOf({ code, field, detail, retryable = false }: Refusal): BackstrideError {
  const keys = [`${code}.${field}`, `${code}.${field?.split(".")[0]}`, code].map((name) => `error.${name}`);
  const message = t(keys.find(isPlainKey) ?? "error.invalid");
  return new BackstrideError(code, message, { retryable, cause: detail, ...(field === undefined ? {} : { field }) });
}
