import type { Send } from "../aws/engine.ts";
import type { AwsRequest, AwsService } from "../aws/protocol.ts";
import type { DeadLetters } from "../bus/dead-letters.ts";
import type { Deliveries } from "../bus/deliveries.ts";
import type { Clock } from "../clock.ts";
import { backUp } from "../data/backup.ts";
import type { FunctionRuntime } from "../functions/runtime.ts";
import type { Holdable } from "../gate.mjs";
import type { RouteSpec } from "../template/model.ts";
import { type Call, callAs } from "./call.ts";
import { countLetters, redrive } from "./redrive.ts";

export type OperatorOptions = {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly gate: Holdable;
  readonly send: Send;
  readonly runtime: FunctionRuntime;
  readonly routes: readonly RouteSpec[];
  readonly deliveries: Deliveries;
  readonly deadLetters: DeadLetters;
  readonly whenIdle: () => Promise<void>;
};

/** What the commands of this computer's owner ask of the running host and AWS has no name for. Null for anything else. */
export function operator(options: OperatorOptions): (request: AwsRequest) => AwsService | null {
  const { deadLetters, deliveries, gate, clock } = options;
  const alone = inTurn();
  const operations: Readonly<Record<string, (body: AwsRequest["body"]) => unknown>> = {
    WhenIdle: async () => {
      await options.whenIdle();
      return { now: clock.now(), ...deliveries.health() };
    },
    DeadLetters: () => countLetters(deadLetters.list()),
    Redrive: () => alone(() => redrive(options, (arn) => options.runtime.specOf(arn) !== undefined)),
    Backup: ({ file }) => alone(() => gate.alone(() => backUp(options.dataDir, String(file), options.send))),
    Call: (body) => callAs(options, body as unknown as Call),
  };
  return ({ target }) => {
    const operation = operations[target.replace("Backstride.", "")];
    if (!target.startsWith("Backstride.") || operation === undefined) return null;
    return async ({ body }) => ({ contentType: "application/json", body: await operation(body) });
  };
}

/** One after the other: a backup must not read the queues while letters are taken out of them. */
function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
