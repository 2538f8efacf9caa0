/** Why the host cannot start, as one sentence for the person at the terminal; the start script prints it without a stack. */
export class HostError extends Error {
  readonly cause: unknown;

  constructor(message: string, cause?: unknown) {
    super(message);
    this.name = "HostError";
    this.cause = cause;
  }
}

/** What a log line says of an error: its class, its code and where it came from, never its words, which may quote an event. */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: "unknown" };
  const place = /([\w.-]+:\d+:\d+)\)?$/m.exec((error.stack ?? "").slice(String(error).length));
  return { error: error.name, code: codeOf(error), at: place?.[1] };
}

/** The `code` of a Node error such as `ENOENT`; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
