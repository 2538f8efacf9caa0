/** Why the host cannot start, as one sentence for the person at the terminal; the start script prints it without a stack. */
export class HostError extends Error {
  readonly cause: unknown;

  constructor(message: string, cause?: unknown) {
    super(message);
    this.name = "HostError";
    this.cause = cause;
  }
}

/** The `code` of a Node error such as `ENOENT`; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
