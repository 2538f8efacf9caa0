import type { Clock } from "../clock.ts";
import type { FunctionError } from "../functions/worker.ts";
import type { FunctionSpec } from "../template/model.ts";
import type { DeadLetters } from "./dead-letters.ts";
import { type Delivery, failureRecord, waitAfter } from "./delivery.ts";

export type FailuresOptions = {
  readonly clock: Clock;
  readonly deadLetters: DeadLetters;
  /** A line for each call that failed and each that was given up: ids and names, never what was delivered. */
  readonly onLine: (name: string, line: string) => void;
};

/** What comes of a delivery that failed: another try, as the function's configuration says, or a letter in a dead-letter queue. */
export class Failures {
  constructor(private readonly options: FailuresOptions) {}

  /** @returns the delivery as it is to be made again; null: it is given up, and its letter is on the disk */
  async afterCall(delivery: Delivery, spec: FunctionSpec, error: FunctionError): Promise<Delivery | null> {
    const failures = delivery.failures + 1;
    const dueAt = this.options.clock.now() + waitAfter(failures);
    const tooOld = dueAt - delivery.acceptedAt > spec.maxAgeMs;
    const about = { delivery: delivery.id, attempt: failures, error: error.errorType };
    if (failures <= spec.retries && !tooOld) {
      this.tell(spec.name, { level: "warn", message: "delivery failed", ...about });
      return { ...delivery, failures, dueAt };
    }
    const condition = tooOld ? "EventAgeExceeded" : "RetriesExhausted";
    this.tell(spec.name, { level: "error", message: "dead letter", ...about, condition });
    const now = this.options.clock.now();
    const record = failureRecord(delivery, failures, condition, error, now);
    if (spec.onFailure !== null) await this.options.deadLetters.send(spec.onFailure, now, record);
    return null;
  }

  /** Its function is gone. Resolves when its letter is on the disk. */
  async withoutFunction({ id, functionArn, payload, deadLetter }: Delivery): Promise<void> {
    const { clock, deadLetters } = this.options;
    const error = "RESOURCE_NOT_FOUND";
    this.tell("host", { level: "error", message: "dead letter", delivery: id, attempt: 0, error });
    if (deadLetter === null || !deadLetters.has(deadLetter)) return;
    await deadLetters.send(deadLetter, clock.now(), payload, { ERROR_CODE: error, TARGET_ARN: functionArn });
  }

  private tell(name: string, line: Readonly<Record<string, string | number>>): void {
    this.options.onLine(name, JSON.stringify(line));
  }
}
