import type { AwsCall, Faults } from "../faults.ts";

export type Trouble = {
  readonly faults: Faults;
  /** Ends a function's worker as a crash would. */
  readonly crash: (functionName: string) => Promise<void>;
};

/** What the faults make of a call whose work is done. @returns whether its answer reaches the function */
export function survives({ faults, crash }: Trouble, call: AwsCall): boolean {
  const verdict = faults.afterAwsCall(call);
  if (verdict === "crash") void crash(call.function);
  return verdict === "answer";
}
