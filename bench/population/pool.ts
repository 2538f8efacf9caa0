import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** Splits `0 … count − 1` into ranges small enough to keep every worker busy to the end. */
function ranges(count: number, size: number): { from: number; to: number }[] {
  const starts = Array.from({ length: Math.ceil(count / size) }, (_, index) => index * size);
  return starts.map((from) => ({ from, to: Math.min(count, from + size) }));
}

type Range = { readonly from: number; readonly to: number };
export type PoolOptions<O> = {
  /** URL of the bundle that calls `serveRanges` when it is loaded in a worker. */
  readonly script: string;
  readonly role: string;
  readonly options: O;
  readonly count: number;
  readonly size: number;
  readonly workers: number | null;
};

/**
 * Works through `0 … count − 1` in worker threads and calls `done` with what each range gave, in order of completion.
 * @throws whatever a worker throws; the others are stopped then
 */
export async function overRanges<O, R>(pool: PoolOptions<O>, done: (results: R, range: Range) => void): Promise<void> {
  const waiting = ranges(pool.count, pool.size);
  const workers = Math.min(pool.workers ?? availableParallelism(), waiting.length);
  const threads: Worker[] = [];
  try {
    await Promise.all(
      Array.from({ length: workers }, () => {
        const thread = new Worker(new URL(pool.script), { workerData: { role: pool.role, options: pool.options } });
        threads.push(thread);
        return drive<R>(thread, waiting, done);
      }),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Gives one thread range after range until none is left. */
function drive<R>(thread: Worker, waiting: Range[], done: (results: R, range: Range) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let current: Range | undefined;
    const next = () => {
      current = waiting.shift();
      if (current === undefined) resolve();
      else thread.postMessage(current);
    };
    thread.on("message", (results: R) => {
      if (current !== undefined) done(results, current);
      next();
    });
    thread.on("error", reject);
    next();
  });
}

/** In a worker of that role: answers each range with what `work` makes of it. On the main thread: nothing. */
export function serveRanges<O, R>(role: string, work: (options: O, range: Range) => R): void {
  if (isMainThread || parentPort === null) return;
  const given = workerData as { readonly role: string; readonly options: O };
  if (given.role !== role) return;
  const port = parentPort;
  port.on("message", (range: Range) => port.postMessage(work(given.options, range)));
}
