import type { Context } from "../context.ts";
import type { Hardware } from "../hardware.ts";

type Listener = (...args: unknown[]) => void;

/** `EventBus` of `@zos/utils`. */
export class EventBus {
  #listeners = new Map<string, Listener[]>();

  on(name: string, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  off(name?: string, listener?: Listener): void {
    if (name === undefined) return;
    if (listener === undefined) this.#listeners.delete(name);
    else
      this.#listeners.set(
        name,
        (this.#listeners.get(name) ?? []).filter((other) => other !== listener),
      );
  }

  emit(name: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(...args);
  }

  once(name: string, listener: Listener): void {
    const wrapped = (...args: unknown[]) => {
      this.off(name, wrapped);
      listener(...args);
    };
    this.on(name, wrapped);
  }

  clear(): void {
    this.#listeners.clear();
  }

  count(name: string): number {
    return (this.#listeners.get(name) ?? []).length;
  }
}

/** `printf` as the platform's logger has it: `%d`, `%s`, `%j`, `%o`. */
export function format(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== "string") return args.map(plain).join(" ");
  const head = first.replace(/%[dsjo]/g, (mark) => (rest.length > 0 ? plain(rest.shift()) : mark));
  return [head, ...rest.map(plain)].join(" ");
}

function plain(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "message" in value) return String(value.message);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** `getLogger(name)` of the watch and of the phone. */
export function loggerFactory(write: (text: string) => void) {
  const logger = (name: string) => {
    const at =
      (level: string) =>
      (...args: unknown[]) =>
        write(`${name}${level}: ${format(args)}`);
    return {
      getLogger: logger,
      log: at(""),
      info: at(""),
      debug: at(""),
      warn: at(" (warning)"),
      error: at(" (error)"),
    };
  };
  return logger;
}

/** `@zos/utils`. */
export function utilsModule(hardware: Hardware, context: Context): Record<string, unknown> {
  const { variant, loaded } = hardware;
  const logger = loggerFactory((text) => hardware.events.add("log", text));
  return {
    px: (value: number) => Math.ceil((value / loaded.appJson.designWidth) * variant.width),
    log: logger(context.file),
    EventBus,
    stringToBuffer: (text: string) => new TextEncoder().encode(text).buffer,
    bufferToString: (buffer: ArrayBuffer) => new TextDecoder().decode(buffer),
  };
}

/** `@zos/timer`. */
export function timerModule(context: Context): Record<string, unknown> {
  const clear = (id: unknown) => context.clearTimer(id);
  return {
    setTimeout: (callback: unknown, ms: unknown, ...args: unknown[]) => context.setTimer(callback, ms, args, false),
    setInterval: (callback: unknown, ms: unknown, ...args: unknown[]) => context.setTimer(callback, ms, args, true),
    clearTimeout: clear,
    clearInterval: clear,
    createSysTimer: (periodic: boolean, ms: unknown, callback: unknown, arg?: unknown) =>
      context.setTimer(callback, ms, [arg], periodic),
    stopTimer: clear,
  };
}
