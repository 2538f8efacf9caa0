export type PageEntry = { readonly url: string; readonly params: string | undefined };
export type Move = "push" | "replace" | "back" | "home" | "exit";

/** The addresses of the pages that `back` comes to again, the one that is shown last. */
export class PageStack {
  #entries: readonly PageEntry[] = [];

  /** The page to show; null: the watch face. */
  get top(): PageEntry | null {
    return this.#entries.at(-1) ?? null;
  }

  begin(entry: PageEntry): void {
    this.#entries = [entry];
  }

  /** @param entry what `push` and `replace` go to */
  move(how: Move, entry: PageEntry): void {
    const below = this.#entries.slice(0, -1);
    if (how === "push") this.#entries = [...this.#entries, entry];
    else if (how === "replace") this.#entries = [...below, entry];
    else this.#entries = how === "back" ? below : [];
  }

  clear(): void {
    this.#entries = [];
  }
}
