import { join } from "node:path";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { HostError } from "../error.ts";
import type { AwsCall } from "../faults.ts";
import type { Holdable } from "../gate.mjs";
import { ROOT } from "../root.ts";
import type { Credentials } from "./credentials.ts";
import { survives, type Trouble } from "./trouble.ts";

export type EngineOptions = Trouble & { readonly credentials: Credentials };

type Message = { readonly number: string } & Partial<{
  port: number;
  /** Why the store cannot be opened. */
  refused: string;
  /** What was asked by this number is so. */
  so: true;
  call: AwsCall;
}>;

/** The thread that runs the table engine. When it ends unasked, so does the host: without its table it can keep nothing. */
export class EngineThread implements Holdable {
  /** Where the engine listens. @throws HostError naming the folder when what is in it cannot be opened */
  readonly url: Promise<string>;
  private readonly thread: Worker;
  private readonly ended: Promise<void>;
  private readonly asking = new Map<string, () => void>();
  private closing = false;
  private asked = 0;

  constructor(
    private readonly folder: string,
    private readonly options: EngineOptions,
  ) {
    const { credentials, faults } = options;
    this.thread = new Worker(join(ROOT, "local", "aws", "engine-thread.mjs"), {
      workerData: { path: folder, secret: credentials.secret, watched: faults.watched },
    });
    this.url = this.opened();
    this.ended = new Promise((resolve) => this.thread.on("exit", () => resolve()));
    this.endHostWithIt();
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    const number = await this.ask({ hold: true });
    try {
      return await work();
    } finally {
      this.thread.postMessage({ number });
    }
  }

  /** Resolves when every write that was answered so far would survive a power cut. */
  async written(): Promise<void> {
    await this.ask({ write: true });
  }

  /** A line to the engine, for one function. */
  line(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.thread.postMessage({ line: port2 }, [port2]);
    return port1;
  }

  /** Resolves when the store is closed and the thread is gone. */
  async close(): Promise<void> {
    this.closing = true;
    this.thread.postMessage({ end: true });
    await this.ended;
  }

  private opened(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.thread.on("message", (message: Message) => {
        if (message.port !== undefined) resolve(`http://127.0.0.1:${message.port}`);
        else if (message.refused !== undefined) reject(this.refusal(message.refused));
        else this.serve(message);
      });
    });
  }

  /** @returns the number of what was asked, once it is so */
  private async ask(what: Readonly<Record<string, true>>): Promise<string> {
    this.asked += 1;
    const number = `ask ${this.asked}`;
    const so = new Promise<void>((resolve) => this.asking.set(number, resolve));
    this.thread.postMessage({ number, ...what });
    await so;
    return number;
  }

  private serve({ number, so, call }: Message): void {
    if (call !== undefined) this.thread.postMessage({ number, value: survives(this.options, call) });
    if (so !== true) return;
    this.asking.get(number)?.();
    this.asking.delete(number);
  }

  private refusal(reason: string): HostError {
    this.closing = true;
    return new HostError(
      `The table in ${this.folder} cannot be opened (${reason}). If no other Backstride uses it, it is damaged: put back a copy of the data folder, or move it away to begin anew.`,
    );
  }

  private endHostWithIt(): void {
    let reason = "it gave no reason";
    this.thread.on("error", (error) => {
      reason = String(error);
    });
    this.thread.on("exit", () => {
      if (this.closing) return;
      throw new HostError(
        `The table engine has ended (${reason}). What was acknowledged is on the disk; start Backstride again.`,
      );
    });
  }
}
