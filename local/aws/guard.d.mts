import type { RequestListener } from "node:http";
import type { AwsCall } from "../faults.ts";
import type { Gate } from "../gate.mjs";

/** Callers that are no function: the host's own look into the table, and the commands of whoever owns this computer. */
export const HOST: "host";
export const OPERATOR: "operator";

export type Guard = {
  /** What the access keys of this start end with. */
  readonly secret: string;
  readonly gate: Gate;
  /** Whether the answer of a call, whose work is done, reaches its caller. */
  readonly mayAnswer: (call: AwsCall) => boolean | Promise<boolean>;
};

/** Lets only our functions in, and lets a test break things after the service has done its work. */
export function guarded(guard: Guard, next: RequestListener): RequestListener;
