import { AppLife } from "./app-life.ts";
import { type OpenView, ShortcutCard } from "./card.ts";
import type { ContextKind } from "./catalogue/index.ts";
import type { Context } from "./context.ts";
import { describe, SimulatorError } from "./errors.ts";
import { type Hardware, noteViolation } from "./hardware.ts";
import { loadContext } from "./loader.ts";
import type { Runtime } from "./modules/app.ts";
import type { InputHandlers } from "./modules/interface.ts";
import { EventBus } from "./modules/utils.ts";
import { type Move, type PageEntry, PageStack } from "./page-stack.ts";
import { AppServices } from "./services.ts";
import { WidgetTree } from "./widgets.ts";

/**
 * The Mini Program while it runs: one app context, one page at a time on a stack of addresses, app services beside it.
 * Pages live and die as the platform documents: `push` destroys the page below, `back` makes it anew.
 */
export class ProgramRuntime implements Runtime {
  readonly messages = new EventBus();
  page: OpenView | null = null;
  readonly card: ShortcutCard;
  readonly input: InputHandlers = { gesture: null, key: null, crown: null };
  /** Set by `setWakeUpRelaunch`; what to open again when the watch wakes. */
  relaunch: PageEntry | null = null;
  readonly #stack = new PageStack();
  /** Counts the kills, so that what was being loaded during one is not shown after it. */
  #run = 0;
  readonly #services: AppServices;
  readonly #app = new AppLife(() => this.#load("app", "app", null));
  /** Navigation and launches follow one another; loading scripts takes real time. */
  #queue: Promise<unknown> = Promise.resolve();
  readonly #hardware: Hardware;

  constructor(hardware: Hardware) {
    this.#hardware = hardware;
    this.#services = new AppServices(hardware, (file, param) => this.#loadBeside("service", file, param, null));
    this.card = new ShortcutCard(hardware, (file, tree) => this.#loadBeside("card", file, "", tree));
  }

  /** What the wearer looks at; null: the watch face. */
  front(): OpenView | null {
    return this.page ?? this.card.shown;
  }

  showCard(): Promise<void> {
    return this.#serially(() => this.card.show());
  }

  isRunning(): boolean {
    return this.page !== null;
  }

  /** Opens the program at its first page, or at `entry`. */
  launch(entry?: PageEntry): Promise<void> {
    const first = this.#hardware.loaded.appJson.module.page.pages[0] ?? "";
    return this.#serially(async () => {
      this.#stack.begin(entry ?? { url: first, params: undefined });
      await this.#showTop();
    });
  }

  navigate(how: Move, url = "", params?: unknown): void {
    const text = params === undefined || typeof params === "string" ? params : JSON.stringify(params);
    if ((how === "push" || how === "replace") && !this.#pages().includes(url)) {
      const error = new SimulatorError("argument", `router.${how}: app.json has no page "${url}".`);
      noteViolation(this.#hardware, error);
      throw error;
    }
    void this.#serially(async () => {
      this.#stack.move(how, { url, params: text });
      if (this.#stack.top === null) this.#close();
      else await this.#showTop();
    });
  }

  /** The system ends the program in an orderly way (screen dark for ten seconds, back from the first page). */
  close(): Promise<void> {
    return this.#serially(async () => this.#close());
  }

  /** Power cut: everything of the program is gone at once. */
  kill(): void {
    this.#run += 1;
    this.page?.context.end();
    this.page = null;
    this.#services.kill();
    this.card.kill();
    this.#app.kill();
    this.#stack.clear();
    this.relaunch = null;
    this.messages.clear();
    this.#hardware.modal = null;
    this.#hardware.toast = null;
    this.#hardware.overlay.emit();
  }

  /** An alarm or notification starts an app service for one short run. */
  runServiceOnce(file: string, param: string): Promise<void> {
    return this.#serially(() => this.#services.runOnce(file, param, () => this.#endAppIfIdle()));
  }

  startService(file: string, param: string): number {
    if (!this.#services.tell(file, param)) void this.#serially(() => this.#services.start(file, param));
    return 0;
  }

  stopService(file: string): boolean {
    return this.#services.stop(file);
  }

  services(): string[] {
    return this.#services.files();
  }

  #pages(): string[] {
    return this.#hardware.loaded.appJson.module.page.pages;
  }

  #serially(work: () => Promise<void>): Promise<void> {
    const run = this.#run;
    const result = this.#queue.then(() => (run === this.#run ? work() : undefined));
    this.#queue = result.catch((error: unknown) => this.#hardware.events.add("error", describe(error)));
    return this.#hardware.clock.hold(result);
  }

  async #showTop(): Promise<void> {
    const entry = this.#stack.top;
    const run = this.#run;
    if (entry === null || !(await this.#app.ensure(""))) return;
    this.#endPage();
    this.card.hide();
    const tree = new WidgetTree(this.#hardware.apiLevel);
    tree.changed.subscribe(() => this.#hardware.overlay.emit());
    const context = await this.#load("page", entry.url, tree);
    if (run !== this.#run) return context.end();
    this.page = { url: entry.url, context, tree };
    this.#hardware.events.add("page", `Page ${entry.url}`, { code: "page", value: entry.url });
    context.call("onInit", entry.params);
    context.call("build");
    this.#hardware.overlay.emit();
  }

  #close(): void {
    this.#endPage();
    this.#stack.clear();
    this.#endAppIfIdle();
    this.#hardware.events.add("app", "The watch face is back", { code: "face" });
    this.#hardware.overlay.emit();
  }

  #endPage(): void {
    this.page?.context.call("onDestroy");
    this.page?.context.end();
    this.page = null;
    this.#hardware.modal = null;
  }

  #endAppIfIdle(): void {
    if (this.page === null && !this.card.isMade() && this.#services.files().length === 0) this.#app.end();
  }

  /** A service or the card, which need the app but no page. */
  async #loadBeside(
    kind: "service" | "card",
    file: string,
    param: string,
    tree: WidgetTree | null,
  ): Promise<Context | null> {
    const run = this.#run;
    if (!(await this.#app.ensure(param))) return null;
    const context = await this.#load(kind, file, tree);
    if (run === this.#run) return context;
    context.end();
    return null;
  }

  #load(kind: ContextKind, file: string, tree: WidgetTree | null): Promise<Context> {
    return loadContext(this.#hardware, kind, file, {
      runtime: this,
      tree,
      input: this.input,
      session: this.#app.session,
      shared: this.#app.shared,
      setRelaunch: (relaunch) => {
        this.relaunch = relaunch ? this.#stack.top : null;
      },
    });
  }
}
