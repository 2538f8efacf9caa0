/** Where a command writes: answers to `say`, everything else to `warn`. */
export type Output = { readonly say: (line: string) => void; readonly warn: (line: string) => void };

export type Command = {
  readonly summary: string;
  readonly usage: string;
  /** Returns the exit code. */
  readonly run: (args: readonly string[], output: Output) => Promise<number>;
};

/** Exit code for a log that is wrong, and for a command line that is. */
export const WRONG_CODE = 1;
export const USAGE_CODE = 2;

/** The command line says something that cannot be done; the usage is shown beside the message. */
export class UsageError extends Error {}
