import type { Context } from "../context.ts";

export type Callback = () => void;

/** Begins to call `run`; the returned function ends it. */
export type Subscribe = (run: Callback) => Callback;

/** Registers a context's callbacks on a source, and takes them off when the context ends. */
export function subscriptions(context: Context, subscribe: Subscribe) {
  const open = new Map<unknown, Callback>();
  return {
    on: (callback: Callback) => {
      const stop = subscribe(() => context.run("sensor", callback));
      open.set(callback, stop);
      context.onEnd(stop);
    },
    off: (callback: unknown) => {
      open.get(callback)?.();
      open.delete(callback);
    },
  };
}
