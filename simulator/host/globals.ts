import { BufferApi } from "./buffer.ts";
import type { Context } from "./context.ts";
import { describe } from "./errors.ts";
import type { Hardware } from "./hardware.ts";
import { format } from "./modules/utils.ts";
import type { GlobalScope } from "./platform.ts";
import { trackedPromise } from "./promise.ts";
import { ageRealm, packageScope, virtualDate } from "./scope.ts";

/** `__$$app$$__`, shared by the app and all its pages. */
export type SharedApp = { app: unknown; __globals__: { __scopedGlobals__: Record<string, unknown> } };

export type GlobalsOptions = {
  hardware: Hardware;
  context: Context;
  registry: (name: string) => unknown;
  shared: SharedApp;
  /** `__$$module$$__.id`. */
  id: number;
};

/**
 * Gives a realm what zpm's wrapper and the package expect to find: the wrapper's own hooks on the realm, everything the
 * package may name in the object it runs `with`.
 */
export function contextGlobals({ hardware, context, registry, shared, id }: GlobalsOptions): void {
  const realm = context.realm?.global;
  if (realm === undefined) return;
  const console = packageConsole((text) => hardware.events.add("log", text), hardware);
  const module = { id, module: null as unknown };
  const values: GlobalScope = {
    __$$R$$__: registry,
    __$$app$$__: shared,
    __$$module$$__: module,
    module: { exports: {} },
    console,
    Buffer: BufferApi,
    Date: virtualDate(realm.Date as DateConstructor, () => hardware.clock.now()),
    Promise: watchPromise(hardware, context),
    getApp: () => shared.app,
    getCurrentPage: () => (context.kind === "page" ? context.instance : null),
    ...constructors(context, shared),
    ...timers(context),
  };
  ageRealm(realm);
  const scope = packageScope(values, realm);
  const holder = { __globals__: { __$$G$$__: scope } };
  Object.assign(realm, {
    console,
    DeviceRuntimeCore: { LifeCycle: {}, HmLogger: null },
    __$$hmAppManager$$__: { currentApp: { ...holder, current: holder } },
    __$$app$$__: shared,
    __$$module$$__: module,
  });
}

function constructors(context: Context, shared: SharedApp): GlobalScope {
  const register = (options: Record<string, unknown>) => {
    options._options = options;
    context.instance = options;
    return options;
  };
  if (context.kind === "page") return { Page: register };
  if (context.kind === "service") return { AppService: register };
  if (context.kind === "card") return { AppWidget: register };
  return {
    App: (options: Record<string, unknown>) => {
      shared.app = register(options);
      return options;
    },
  };
}

/** App services have no global timers. Source: docs/guides/framework/device/app-service. */
function timers(context: Context): GlobalScope {
  if (context.kind === "service") return {};
  const clear = (id: unknown) => context.clearTimer(id);
  return {
    setTimeout: (callback: unknown, ms: unknown, ...args: unknown[]) => context.setTimer(callback, ms, args, false),
    setInterval: (callback: unknown, ms: unknown, ...args: unknown[]) => context.setTimer(callback, ms, args, true),
    clearTimeout: clear,
    clearInterval: clear,
  };
}

function watchPromise(hardware: Hardware, context: Context): unknown {
  const tracked = trackedPromise(
    (reason) => {
      if (context.isAlive()) hardware.events.add("log", `${context.file}: unhandled rejection: ${describe(reason)}`);
    },
    (check) => void hardware.platform.turn().then(check),
  );
  for (const name of ["any", "withResolvers", "try"]) Object.defineProperty(tracked, name, { value: undefined });
  return tracked;
}

/** The wrapper tells of a failed script only through `console.log("Mini Program Error", error)`. */
export function packageConsole(write: (text: string) => void, hardware: Hardware): Record<string, unknown> {
  const log = (...args: unknown[]) => {
    if (args[0] === "Mini Program Error") hardware.events.add("error", `Script failed: ${describe(args[1])}`);
    else if (args[0] !== "error stack") write(format(args));
  };
  return { log, info: log, warn: log, error: log, debug: log };
}
