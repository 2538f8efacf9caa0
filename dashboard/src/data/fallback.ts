import { type ReadonlySignal, signal } from "@preact/signals";
import type { Shelf } from "./shelf.ts";

export type Fallback<T> = Shelf<T> & {
  /** Whether something is here that will be gone with the page. */
  readonly fleeting: ReadonlySignal<boolean>;
};

/** A shelf that holds in memory, as long as the page is open, what the disk refuses: some private windows keep nothing, and a disk may be full. */
export function withFallback<T>(disk: Shelf<T>): Fallback<T> {
  const memory = new Map<string, T>();
  const fleeting = signal(false);
  const changed = (): void => {
    fleeting.value = memory.size > 0;
  };
  /** The disk has nothing of what it refused. */
  const unlessRefused = <R>(asked: Promise<R>, otherwise: R): Promise<R> => asked.catch(() => otherwise);
  return {
    fleeting,
    get: async (name) => memory.get(name) ?? unlessRefused(disk.get(name), undefined),
    put: async (name, thing) => {
      try {
        await disk.put(name, thing);
        memory.delete(name);
      } catch {
        memory.set(name, thing);
      }
      changed();
    },
    remove: async (name) => {
      // What is in memory only was never on the disk; of what is there, the caller learns when it cannot be taken away.
      if (!memory.delete(name)) await disk.remove(name);
      changed();
    },
    all: async () => [...(await unlessRefused(disk.all(), [])), ...memory.values()],
    clear: async () => {
      memory.clear();
      changed();
      await disk.clear();
    },
  };
}
