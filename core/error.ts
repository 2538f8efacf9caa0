/** The one error class of the house. `code` is stable and public; `field` is the JSON path of the input at fault. */
export class BackstrideError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly field: string | null;
  readonly cause: unknown;

  constructor(code: string, message: string, options: { field?: string; retryable?: boolean; cause?: unknown } = {}) {
    super(message);
    this.name = "BackstrideError";
    this.code = code;
    this.retryable = options.retryable === true;
    this.field = options.field === undefined ? null : options.field;
    this.cause = options.cause;
  }
}
