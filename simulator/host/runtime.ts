import type { ContextKind } from "./catalogue/index.ts";
import { Context } from "./context.ts";
import { describe, SimulatorError } from "./errors.ts";
import { contextGlobals, type SharedApp } from "./globals.ts";
import { FIELD_DRIFT, type Hardware, noteViolation } from "./hardware.ts";
import type { Runtime } from "./modules/app.ts";
import { moduleRegistry } from "./modules/index.ts";
import type { InputHandlers } from "./modules/interface.ts";
import { EventBus } from "./modules/utils.ts";
import { memoryStore } from "./store.ts";
import { WidgetTree } from "./widgets.ts";

/** Source: docs/guides/framework/device/app-service, "System Limitation". */
const SERVICE_LIMIT_MS = 600;

type PageEntry = { url: string; params: string | undefined };

export type OpenPage = { url: string; context: Context; tree: WidgetTree };

/**
 * The Mini Program while it runs: one app context, one page at a time on a stack of addresses, app services beside it.
 * Pages live and die as the platform documents: `push` destroys the page below, `back` makes it anew.
 */
export class ProgramRuntime implements Runtime {
  readonly messages = new EventBus();
  page: OpenPage | null = null;
  readonly input: InputHandlers = { gesture: null, key: null, crown: null };
  /** Set by `setWakeUpRelaunch`; what to open again when the watch wakes. */
  relaunch: PageEntry | null = null;
  #stack: PageEntry[] = [];
  #app: { context: Context; shared: SharedApp } | null = null;
  readonly #services = new Map<string, Context>();
  #session = memoryStore();
  #nextId = 1;
  /** Navigation and launches follow one another; loading scripts takes real time. */
  #queue: Promise<unknown> = Promise.resolve();
  readonly #hardware: Hardware;

  constructor(hardware: Hardware) {
    this.#hardware = hardware;
  }

  isRunning(): boolean {
    return this.page !== null;
  }

  /** Opens the program at its first page, or at `entry`. */
  launch(entry?: PageEntry): Promise<void> {
    const first = this.#hardware.loaded.appJson.module.page.pages[0] ?? "";
    return this.#serially(async () => {
      this.#stack = [entry ?? { url: first, params: undefined }];
      await this.#showTop();
    });
  }

  navigate(how: "push" | "replace" | "back" | "home" | "exit", url = "", params?: unknown): void {
    const text = params === undefined || typeof params === "string" ? params : JSON.stringify(params);
    if ((how === "push" || how === "replace") && !this.#pages().includes(url)) {
      const error = new SimulatorError("argument", `router.${how}: app.json has no page "${url}".`);
      noteViolation(this.#hardware, error);
      throw error;
    }
    void this.#serially(async () => {
      if (how === "replace" || how === "back") this.#stack.pop();
      if (how === "push" || how === "replace") this.#stack.push({ url, params: text });
      if (how === "home" || how === "exit" || this.#stack.length === 0) this.#close();
      else await this.#showTop();
    });
  }

  /** The system ends the program in an orderly way (screen dark for ten seconds, back from the first page). */
  close(): Promise<void> {
    return this.#serially(async () => this.#close());
  }

  /** Power cut: everything of the program is gone at once. */
  kill(): void {
    this.page?.context.end();
    this.page = null;
    for (const service of this.#services.values()) service.end();
    this.#services.clear();
    this.#app?.context.end();
    this.#app = null;
    this.#stack = [];
    this.relaunch = null;
    this.messages.clear();
    this.#hardware.modal = null;
    this.#hardware.toast = null;
    this.#hardware.overlay.emit();
  }

  /** An alarm or notification starts an app service for one short run. */
  runServiceOnce(file: string, param: string): Promise<void> {
    return this.#serially(async () => {
      const service = await this.#makeService(file, param);
      if (service === null) return;
      this.#hardware.clock.schedule(SERVICE_LIMIT_MS, () => {
        service.call("onDestroy");
        service.end();
        if (this.page === null && this.#services.size === 0) this.#endApp();
      });
    });
  }

  startService(file: string, param: string): number {
    const running = this.#services.get(file);
    if (running !== undefined) {
      running.call("onEvent", param);
      return 0;
    }
    void this.#serially(async () => {
      const service = await this.#makeService(file, param);
      if (service !== null) this.#services.set(file, service);
    });
    return 0;
  }

  stopService(file: string): boolean {
    const service = this.#services.get(file);
    service?.call("onDestroy");
    service?.end();
    return this.#services.delete(file);
  }

  services(): string[] {
    return [...this.#services.keys()];
  }

  #pages(): string[] {
    return this.#hardware.loaded.appJson.module.page.pages;
  }

  #serially(work: () => Promise<void>): Promise<void> {
    const result = this.#queue.then(work);
    this.#queue = result.catch((error: unknown) => this.#hardware.events.add("error", describe(error)));
    return this.#hardware.clock.hold(result);
  }

  async #showTop(): Promise<void> {
    const entry = this.#stack.at(-1);
    if (entry === undefined) return;
    await this.#ensureApp("");
    this.#endPage();
    const tree = new WidgetTree(this.#hardware.apiLevel);
    tree.changed.subscribe(() => this.#hardware.overlay.emit());
    const context = await this.#load("page", entry.url, tree);
    this.page = { url: entry.url, context, tree };
    this.#hardware.events.add("page", `Page ${entry.url}`);
    context.call("onInit", entry.params);
    context.call("build");
    this.#hardware.overlay.emit();
  }

  #close(): void {
    this.#endPage();
    this.#stack = [];
    if (this.#services.size === 0) this.#endApp();
    this.#hardware.events.add("app", "The watch face is back");
    this.#hardware.overlay.emit();
  }

  #endPage(): void {
    this.page?.context.call("onDestroy");
    this.page?.context.end();
    this.page = null;
    this.#hardware.modal = null;
  }

  #endApp(): void {
    this.#app?.context.call("onDestroy");
    this.#app?.context.end();
    this.#app = null;
    this.#session = memoryStore();
  }

  async #ensureApp(param: string): Promise<void> {
    if (this.#app !== null) return;
    const shared: SharedApp = { app: null, __globals__: { __scopedGlobals__: {} } };
    const context = this.#context("app", "app.js");
    this.#app = { context, shared };
    await this.#start(context, "app.js", null);
    context.call("onCreate", param);
  }

  async #makeService(file: string, param: string): Promise<Context | null> {
    const listed = this.#hardware.loaded.appJson.module["app-service"]?.services ?? [];
    if (!listed.includes(file)) {
      noteViolation(this.#hardware, new SimulatorError("argument", `app.json lists no service "${file}".`));
      return null;
    }
    await this.#ensureApp(param);
    const context = await this.#load("service", file, null);
    this.#hardware.events.add("service", `Service ${file}`);
    context.call("onInit", param);
    return context;
  }

  async #load(kind: ContextKind, file: string, tree: WidgetTree | null): Promise<Context> {
    const context = this.#context(kind, file);
    await this.#start(context, `${file}.js`, tree);
    return context;
  }

  #context(kind: ContextKind, file: string): Context {
    const hardware = this.#hardware;
    return new Context({
      kind,
      file,
      apiLevel: hardware.apiLevel,
      permissions: new Set(hardware.loaded.appJson.permissions),
      clock: hardware.clock,
      drift: () => hardware.timerDrift,
      onError: (text) => hardware.events.add("error", text),
      onViolation: (error) => noteViolation(hardware, error),
    });
  }

  async #start(context: Context, script: string, tree: WidgetTree | null): Promise<void> {
    const hardware = this.#hardware;
    const app = this.#app;
    if (app === null) return;
    context.realm = await hardware.platform.createRealm(`${context.kind} ${context.file}`);
    const registry = moduleRegistry({
      hardware,
      context,
      runtime: this,
      tree,
      input: this.input,
      session: this.#session,
      setRelaunch: (relaunch) => {
        this.relaunch = relaunch ? (this.#stack.at(-1) ?? null) : null;
      },
    });
    contextGlobals({ hardware, context, registry, shared: app.shared, id: this.#nextId++ });
    await context.realm.load(`device/${script}`);
    if (context.instance === null && context.isAlive()) {
      noteViolation(hardware, new SimulatorError("package", `${script} did not register itself; see the log.`));
    }
  }
}

export { FIELD_DRIFT };
