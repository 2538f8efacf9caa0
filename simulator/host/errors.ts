export type SimulatorErrorCode = "unknown" | "permission" | "context" | "property" | "argument" | "package";

/**
 * The package asked for something the documented platform does not offer. `code` says what kind of thing; the message
 * names it. The host keeps every one of them (`device.violations`), because the package's own wrapper only logs.
 */
export class SimulatorError extends Error {
  readonly code: SimulatorErrorCode;

  constructor(code: SimulatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SimulatorError";
    this.code = code;
  }
}

/** One line for a log, whatever was thrown (errors of another realm included). */
export function describe(error: unknown): string {
  if (typeof error === "object" && error !== null && "message" in error) {
    const name = "name" in error && typeof error.name === "string" ? error.name : "Error";
    return `${name}: ${String(error.message)}`;
  }
  return String(error);
}
