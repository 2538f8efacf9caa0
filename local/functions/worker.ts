import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type MessagePort, Worker } from "node:worker_threads";
import { ROOT } from "../root.ts";
import type { FunctionSpec } from "../template/model.ts";

export type FunctionError = {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
};
/** What a call came to: the JSON that the handler returned, or why it did not. */
export type Outcome = { readonly payload: string } | { readonly error: FunctionError };
export type WorkerOptions = {
  readonly spec: FunctionSpec;
  readonly environment: Readonly<Record<string, string>>;
  /** Its thread comes after all others. */
  readonly inBackground: boolean;
  /** By host and port of a service: what is sent there goes over this line. */
  readonly lines: Readonly<Record<string, MessagePort>>;
  readonly clock: SharedArrayBuffer;
  readonly onLine: (line: string) => void;
};

type Message = { readonly requestId?: string; readonly ready?: true } & Partial<{
  payload: string;
  error: FunctionError;
}>;

/** One thread that runs one function. It may end at any time; calls in flight then fail, as they do in Lambda. */
export class FunctionWorker {
  /** Settles when the bundle is loaded; the error says why it could not be. */
  readonly ready: Promise<FunctionError | null>;
  private readonly thread: Worker;
  private readonly inFlight = new Map<string, (outcome: Outcome) => void>();
  private ended = false;
  private retired = false;

  constructor(options: WorkerOptions) {
    const { spec } = options;
    this.thread = new Worker(join(ROOT, "local", "functions", "worker.mjs"), {
      env: options.environment,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: spec.memoryMb },
      workerData: {
        module: pathToFileURL(spec.module).href,
        exported: spec.export,
        clock: options.clock,
        functionName: spec.name,
        arn: spec.arn,
        memoryMb: spec.memoryMb,
        inBackground: options.inBackground,
        lines: options.lines,
      },
      transferList: Object.values(options.lines),
    });
    forwardLines(this.thread.stdout, options.onLine);
    forwardLines(this.thread.stderr, options.onLine);
    this.ready = this.listen();
  }

  get alive(): boolean {
    return !this.ended && !this.retired;
  }

  call(requestId: string, payload: string, timeoutMs: number): Promise<Outcome> {
    return new Promise((resolve) => {
      if (this.ended) return resolve({ error: exited("before the call") });
      this.inFlight.set(requestId, resolve);
      this.thread.postMessage({ requestId, payload, timeoutMs });
    });
  }

  /** Takes no new calls and ends when those in flight have: a function that ran out of time may be stuck. */
  retire(requestId: string): void {
    this.retired = true;
    this.settle(requestId, { error: exited("out of time") });
    if (this.inFlight.size === 0) void this.terminate();
  }

  async terminate(): Promise<void> {
    await this.thread.terminate();
  }

  private listen(): Promise<FunctionError | null> {
    return new Promise((resolve) => {
      let crash = "exit status 0";
      this.thread.on("message", (message: Message) => {
        if (message.ready === true) return resolve(message.error ?? null);
        if (message.requestId === undefined) return;
        this.settle(
          message.requestId,
          message.error ? { error: message.error } : { payload: message.payload ?? "null" },
        );
      });
      this.thread.on("error", (error) => {
        crash = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      });
      this.thread.on("exit", (code) => {
        this.ended = true;
        const error = exited(code === 0 || crash !== "exit status 0" ? crash : `exit status ${code}`);
        for (const requestId of [...this.inFlight.keys()]) this.settle(requestId, { error });
        resolve(error);
      });
    });
  }

  private settle(requestId: string, outcome: Outcome): void {
    const resolve = this.inFlight.get(requestId);
    this.inFlight.delete(requestId);
    resolve?.(outcome);
    if (this.retired && this.inFlight.size === 0) void this.terminate();
  }
}

function exited(reason: string): FunctionError {
  return { errorType: "Runtime.ExitError", errorMessage: `Runtime exited: ${reason}`, trace: [] };
}

function forwardLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
}
