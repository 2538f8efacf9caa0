import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DurableLog } from "../data/durable-log.ts";

export type DeadLetter = {
  readonly id: string;
  readonly at: string;
  readonly body: unknown;
  readonly attributes: Readonly<Record<string, string>>;
};
type Entry = { readonly op: "put"; readonly letter: DeadLetter } | { readonly op: "gone"; readonly id: string };
type Queue = { readonly letters: Map<string, DeadLetter>; readonly log: DurableLog<Entry> };

/** How long the queues of the stack keep a letter. */
const KEPT_MS = 14 * 86_400_000;

/** The dead-letter queues: what could not be delivered or handled stays here, on disk, until a person looks. */
export class DeadLetters {
  private readonly queues = new Map<string, Queue>();

  static async open(folder: string, arns: readonly string[]): Promise<DeadLetters> {
    const opened = new DeadLetters();
    for (const arn of arns) opened.queues.set(arn, await openQueue(join(folder, `${arn.split(":").pop()}.jsonl`)));
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
    queue.letters.set(letter.id, letter);
    await queue.log.append([{ op: "put", letter }]);
  }

  /** The letters of every queue whose name contains `name`, oldest first. */
  list(name = ""): DeadLetter[] {
    const chosen = [...this.queues].filter(([arn]) => arn.includes(name));
    return chosen.flatMap(([, queue]) => [...queue.letters.values()]);
  }

  /** Takes letters out for good; those that are not there are left out. */
  async remove(ids: readonly string[]): Promise<void> {
    for (const { letters, log } of this.queues.values()) {
      const gone = ids.filter((id) => letters.delete(id));
      await log.append(gone.map((id) => ({ op: "gone", id })));
    }
  }

  /** Lets go of what has waited longer than the stack's queues keep it. */
  async expire(now: number): Promise<void> {
    await this.remove(this.list().flatMap(({ id, at }) => (Date.parse(at) < now - KEPT_MS ? [id] : [])));
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.log.close()));
  }
}

async function openQueue(path: string): Promise<Queue> {
  const letters = new Map<string, DeadLetter>();
  const log = await DurableLog.open<Entry>(
    path,
    (entry) => {
      if (entry.op === "put") letters.set(entry.letter.id, entry.letter);
      else letters.delete(entry.id);
    },
    {
      count: () => letters.size,
      records: () => Array.from(letters.values(), (letter): Entry => ({ op: "put", letter })),
    },
  );
  return { letters, log };
}
