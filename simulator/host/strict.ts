import type { ContextKind, Entry, ModuleSpec } from "./catalogue/index.ts";
import { APP_SERVICE_PAGE, CARD_PAGE } from "./catalogue/types.ts";
import { SimulatorError } from "./errors.ts";
import { levelNumber } from "./models.ts";

/** Who asks: one context of the package. */
export type Caller = {
  readonly kind: ContextKind;
  /** False once the context is gone: what its leftovers still call then has no effect. */
  isAlive(): boolean;
  readonly apiLevel: string;
  readonly permissions: ReadonlySet<string>;
  /** Notes a use that the platform does not offer, before it is thrown. */
  violation(error: SimulatorError): void;
};

type Callable = (...args: unknown[]) => unknown;
type Constructable = new (...args: unknown[]) => object;

/**
 * A `@zos/*` module as the package sees it. A name that the catalogue does not have throws; one that is newer than the
 * model's API_LEVEL is undefined, as on the watch; using one without its permission, or in an app service that may not,
 * throws.
 */
export function strictModule(spec: ModuleSpec, implementation: Record<string, unknown>, caller: Caller): object {
  const made = new Map<string, unknown>();
  const module: object = new Proxy(Object.create(null), {
    has: (_, key) => key === "default" || (typeof key === "string" && key in spec.entries),
    get: (_, key) => {
      if (typeof key === "symbol" || key === "then" || key === "__esModule") return undefined;
      // The bundler's namespace helper takes a module with `default` as it is; so unknown names keep throwing.
      if (key === "default") return module;
      const entry = spec.entries[key];
      if (entry === undefined) throw unknown(caller, `${spec.name} has no "${key}"`);
      if (isNewer(entry.level, caller)) return undefined;
      if (!made.has(key)) made.set(key, guarded(spec.name, key, entry, implementation[key], caller));
      return made.get(key);
    },
  });
  return module;
}

function guarded(module: string, name: string, entry: Entry, value: unknown, caller: Caller): unknown {
  const label = `${module} ${name}`;
  if (value === undefined) throw unknown(caller, `${label} is documented, but not simulated yet`);
  if (entry.kind === "constant") return value;
  if (entry.kind === "object") return strictObject(label, entry, value as object, caller);
  if (entry.kind === "function") {
    return (...args: unknown[]) => {
      if (!caller.isAlive()) return undefined;
      check(label, entry, caller);
      return reported(caller, () => (value as Callable)(...args));
    };
  }
  return entry.members === undefined ? value : strictClass(label, entry, value as Constructable, caller);
}

function strictClass(label: string, entry: Entry, value: Constructable, caller: Caller): unknown {
  // zml and `checkSensor` hand classes around, so the guarded one remembers what it guards.
  return new Proxy(value, {
    construct: (target, args) => {
      check(label, entry, caller);
      return strictObject(
        label,
        entry,
        reported(caller, () => new target(...args)),
        caller,
      );
    },
    get: (target, key, receiver) => (key === "default" ? receiver : Reflect.get(target, key)),
  });
}

function strictObject(label: string, entry: Entry, value: object, caller: Caller): object {
  return new Proxy(value, {
    get: (target, key) => {
      if (typeof key === "symbol" || key === "then" || key === "toJSON" || key === "constructor") return undefined;
      const level = entry.members?.[key];
      if (level === undefined) throw unknown(caller, `${label} has no "${key}" (${entry.page})`);
      if (isNewer(level, caller)) return undefined;
      check(label, entry, caller);
      const member = Reflect.get(target, key) as unknown;
      if (typeof member !== "function") return member;
      return (...args: unknown[]) =>
        caller.isAlive() ? reported(caller, () => Reflect.apply(member, target, args)) : undefined;
    },
  });
}

function check(label: string, entry: Entry, caller: Caller): void {
  if (caller.kind === "service" && !entry.inService) {
    throw note(
      caller,
      new SimulatorError("context", `${label} is not available in an app service (${APP_SERVICE_PAGE}).`),
    );
  }
  if (caller.kind === "card" && !entry.inCard) {
    throw note(caller, new SimulatorError("context", `${label} is not available in a shortcut card (${CARD_PAGE}).`));
  }
  if (entry.permission !== undefined && !caller.permissions.has(entry.permission)) {
    throw note(
      caller,
      new SimulatorError("permission", `${label} needs "${entry.permission}" in app.json (${entry.page}).`),
    );
  }
}

function reported<T>(caller: Caller, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof SimulatorError) note(caller, error);
    throw error;
  }
}

const isNewer = (level: string, caller: Caller) => levelNumber(level) > levelNumber(caller.apiLevel);
const unknown = (caller: Caller, what: string) => note(caller, new SimulatorError("unknown", `${what}.`));

function note(caller: Caller, error: SimulatorError): SimulatorError {
  caller.violation(error);
  return error;
}
