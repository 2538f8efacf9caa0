import type { Context } from "./context.ts";
import type { SharedApp } from "./globals.ts";
import { memoryStore } from "./store.ts";

const nothingShared = (): SharedApp => ({ app: null, __globals__: { __scopedGlobals__: {} } });

/** The app itself, which pages, services and the card need: made for the first of them, gone with the last. */
export class AppLife {
  /** What its contexts see of each other. */
  shared = nothingShared();
  /** The session storage, which lives as long as the app. */
  session = memoryStore();
  #context: Context | null = null;
  /** Counts the kills, so that an app that was being loaded during one never starts. */
  #kills = 0;

  constructor(private readonly load: () => Promise<Context>) {}

  /** False when the program was killed while its app was being loaded. */
  async ensure(param: string): Promise<boolean> {
    if (this.#context !== null) return true;
    const kills = this.#kills;
    this.shared = nothingShared();
    const context = await this.load();
    if (kills !== this.#kills) {
      context.end();
      return false;
    }
    this.#context = context;
    context.call("onCreate", param);
    return true;
  }

  /** In an orderly way. */
  end(): void {
    this.#context?.call("onDestroy");
    this.#drop();
  }

  /** At once, without a word to it. */
  kill(): void {
    this.#kills += 1;
    this.#drop();
  }

  #drop(): void {
    this.#context?.end();
    this.#context = null;
    this.session = memoryStore();
  }
}
