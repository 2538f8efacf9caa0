import { randomUUID } from "node:crypto";
import type { MessagePort } from "node:worker_threads";
import type { FunctionSpec } from "../template/model.ts";
import { type FunctionError, FunctionWorker, type Outcome } from "./worker.ts";

export type RuntimeOptions = {
  readonly specs: readonly FunctionSpec[];
  readonly environmentOf: (spec: FunctionSpec) => Readonly<Record<string, string>>;
  /** Whether nobody waits for what it does: it then leaves the computer to those for whom somebody does. */
  readonly inBackground: (spec: FunctionSpec) => boolean;
  /** New lines to the services, by where these listen. */
  readonly lines: () => Readonly<Record<string, MessagePort>>;
  readonly clock: SharedArrayBuffer;
  /** Each line that a function writes, with the function's name. */
  readonly onLine: (name: string, line: string) => void;
};

export type FunctionState = {
  state: "ready" | "broken" | "restarting";
  calls: number;
  errors: number;
  restarts: number;
};

/** Lambda's limit of a synchronous answer. */
const MAX_ANSWER_BYTES = 6 * 1024 * 1024;

/** What ends a call from outside of the function. */
const OURS = new Set(["Sandbox.Timedout", "Function.ResponseSizeTooLarge", "Runtime.ExitError"]);

/** All functions, each in a worker thread that is started again when it has ended. */
export class FunctionRuntime {
  private readonly workers = new Map<string, FunctionWorker>();
  private readonly states = new Map<string, FunctionState>();
  private stopped = false;

  constructor(private readonly options: RuntimeOptions) {
    for (const spec of options.specs) {
      this.states.set(spec.name, { state: "restarting", calls: 0, errors: 0, restarts: -1 });
    }
  }

  /** Loads every bundle. @returns the names of those that cannot be loaded, with the reason */
  async warm(): Promise<{ name: string; error: FunctionError }[]> {
    const loaded = this.options.specs.map(async (spec) => ({
      name: spec.name,
      error: await this.workerOf(spec).ready,
    }));
    return (await Promise.all(loaded)).flatMap(({ name, error }) => (error === null ? [] : [{ name, error }]));
  }

  specOf(arn: string): FunctionSpec | undefined {
    return this.options.specs.find((spec) => spec.arn === arn);
  }

  /** By its name in the stack or by its short name, such as `record`. @throws Error when there is none */
  named(name: string): FunctionSpec {
    const found = this.options.specs.find((spec) => spec.name === name || spec.name.endsWith(`-${name}`));
    if (found === undefined) throw new Error(`There is no function ${name}.`);
    return found;
  }

  health(): Record<string, FunctionState> {
    return Object.fromEntries(this.states);
  }

  /** Calls a function once and waits for it, at most as long as its timeout. @param payload JSON */
  async invoke(spec: FunctionSpec, payload: string): Promise<Outcome> {
    const outcome = await this.within(spec, payload);
    const state = this.states.get(spec.name);
    if (state !== undefined) {
      state.calls += 1;
      if ("error" in outcome) state.errors += 1;
    }
    if ("error" in outcome && !this.stopped) this.tell(spec, outcome.error);
    return outcome;
  }

  /** Ends a function's worker as a crash would. */
  async crash(name: string): Promise<void> {
    await this.workers.get(name)?.terminate();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.workers.values()].map((worker) => worker.terminate()));
  }

  /** As Lambda writes it to the function's own log: what the function could not say itself. Its kind only, no words of an error. */
  private tell(spec: FunctionSpec, { errorType }: FunctionError): void {
    if (!OURS.has(errorType)) return;
    this.options.onLine(spec.name, JSON.stringify({ level: "error", message: "invocation failed", error: errorType }));
  }

  private async within(spec: FunctionSpec, payload: string): Promise<Outcome> {
    if (this.stopped) return failed("Host.Stopping", "The host is stopping.");
    const worker = this.workerOf(spec);
    const requestId = randomUUID();
    await worker.ready;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<Outcome>((resolve) => {
      timer = setTimeout(() => {
        resolve(failed("Sandbox.Timedout", `Task timed out after ${(spec.timeoutMs / 1000).toFixed(2)} seconds`));
        worker.retire(requestId);
      }, spec.timeoutMs);
    });
    const outcome = await Promise.race([timeout, worker.call(requestId, payload, spec.timeoutMs)]);
    clearTimeout(timer);
    if ("payload" in outcome && outcome.payload.length > MAX_ANSWER_BYTES) {
      return failed("Function.ResponseSizeTooLarge", "Response payload size exceeded maximum allowed payload size.");
    }
    return outcome;
  }

  private workerOf(spec: FunctionSpec): FunctionWorker {
    const present = this.workers.get(spec.name);
    if (present?.alive === true) return present;
    const { clock, environmentOf, inBackground, lines, onLine } = this.options;
    const worker = new FunctionWorker({
      spec,
      clock,
      environment: environmentOf(spec),
      inBackground: inBackground(spec),
      lines: lines(),
      onLine: (line) => onLine(spec.name, line),
    });
    this.workers.set(spec.name, worker);
    void this.follow(spec.name, worker);
    return worker;
  }

  private async follow(name: string, worker: FunctionWorker): Promise<void> {
    const state = this.states.get(name);
    if (state === undefined) return;
    state.restarts += 1;
    state.state = "restarting";
    state.state = (await worker.ready) === null ? "ready" : "broken";
  }
}

function failed(errorType: string, errorMessage: string): Outcome {
  return { error: { errorType, errorMessage, trace: [] } };
}
