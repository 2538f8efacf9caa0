import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DurableLog } from "../data/durable-log.ts";

export type DeadLetter = {
  readonly id: string;
  readonly at: string;
  readonly body: unknown;
  readonly attributes: Readonly<Record<string, string>>;
};

/** The dead-letter queues: what could not be delivered or handled stays here, on disk, until a person looks. */
export class DeadLetters {
  private readonly queues = new Map<string, { readonly letters: DeadLetter[]; readonly log: DurableLog<DeadLetter> }>();

  static async open(folder: string, arns: readonly string[]): Promise<DeadLetters> {
    const opened = new DeadLetters();
    for (const arn of arns) {
      const letters: DeadLetter[] = [];
      const path = join(folder, `${arn.split(":").pop()}.jsonl`);
      const log = await DurableLog.open<DeadLetter>(
        path,
        (letter) => letters.push(letter),
        () => letters,
      );
      opened.queues.set(arn, { letters, log });
    }
    return opened;
  }

  /** Whether the template has this queue. */
  has(arn: string): boolean {
    return this.queues.has(arn);
  }

  /** Resolves when the letter is on the disk. */
  async send(arn: string, at: number, body: unknown, attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    const queue = this.queues.get(arn);
    if (queue === undefined) throw new Error(`There is no queue ${arn}.`);
    const letter = { id: randomUUID(), at: new Date(at).toISOString(), body, attributes };
    queue.letters.push(letter);
    await queue.log.append([letter]);
  }

  /** The letters of every queue whose name contains `name`, oldest first. */
  list(name = ""): DeadLetter[] {
    const chosen = [...this.queues].filter(([arn]) => arn.includes(name));
    return chosen.flatMap(([, queue]) => queue.letters);
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.log.close()));
  }
}
