import type { Context } from "./context.ts";
import type { Hardware } from "./hardware.ts";
import { WidgetTree } from "./widgets.ts";

/** What a shortcut card may not hold. Source: docs/guides/framework/device/secondary-widget, "Zepp OS 2.0 Open Related JS API". */
const FORBIDDEN = ["SCROLL_LIST", "VIEW_CONTAINER", "GROUP"];

/** What is open to the wearer: a page, or the shortcut card. */
export type OpenView = { url: string; context: Context; tree: WidgetTree };

/** The shortcut card of the program, beside the watch face. Drawn once; out of sight it is paused. */
export class ShortcutCard {
  /** The card while the wearer looks at it. */
  shown: OpenView | null = null;
  #made: OpenView | null = null;
  readonly #hardware: Hardware;
  /** Loads its script; null when the program was killed meanwhile. */
  readonly #load: (file: string, tree: WidgetTree) => Promise<Context | null>;

  constructor(hardware: Hardware, load: (file: string, tree: WidgetTree) => Promise<Context | null>) {
    this.#hardware = hardware;
    this.#load = load;
  }

  /** The card's address; null when the package has none. */
  file(): string | null {
    return this.#hardware.loaded.appJson.module["app-widget"]?.widgets[0]?.path ?? null;
  }

  isMade(): boolean {
    return this.#made !== null;
  }

  async show(): Promise<void> {
    const url = this.file();
    if (url === null || this.shown !== null) return;
    this.#made ??= await this.#make(url);
    if (this.#made === null) return;
    this.shown = this.#made;
    this.#made.context.call("onResume");
    this.#hardware.events.add("page", `Card ${url}`, { code: "card", value: url });
    this.#hardware.overlay.emit();
  }

  hide(): void {
    if (this.shown === null) return;
    this.shown = null;
    this.#made?.context.call("onPause");
    this.#hardware.overlay.emit();
  }

  kill(): void {
    this.#made?.context.end();
    this.#made = null;
    this.shown = null;
  }

  async #make(url: string): Promise<OpenView | null> {
    const tree = new WidgetTree(this.#hardware.apiLevel, FORBIDDEN);
    tree.changed.subscribe(() => this.#hardware.overlay.emit());
    const context = await this.#load(url, tree);
    if (context === null) return null;
    context.call("onInit");
    context.call("build");
    return { url, context, tree };
  }
}
