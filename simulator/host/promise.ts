/**
 * A `Promise` for a realm whose unhandled rejections are told to `onUnhandled` instead of to the process or window:
 * the messaging library leaves one behind whenever the link drops, which would end a Node test host.
 */
export function trackedPromise(onUnhandled: (reason: unknown) => void, later: (check: () => void) => void) {
  let bare = false;
  const nativeThen = Promise.prototype.then;

  return class WatchPromise<T> extends Promise<T> {
    #handled = false;

    static override get [Symbol.species](): PromiseConstructor {
      return bare ? Promise : (WatchPromise as unknown as PromiseConstructor);
    }

    constructor(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: unknown) => void) => void) {
      super(executor);
      bare = true;
      try {
        nativeThen.call(this, undefined, (reason: unknown) =>
          later(() => {
            if (!this.#handled) onUnhandled(reason);
          }),
        );
      } finally {
        bare = false;
      }
    }

    // biome-ignore lint/suspicious/noThenProperty: it is a promise; `then` is how a handler shows itself
    override then<A = T, B = never>(
      onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
      onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
    ): Promise<A | B> {
      this.#handled = true;
      return super.then(onFulfilled, onRejected);
    }
  };
}
