import type { ContextKind } from "./catalogue/index.ts";
import type { TimerHandle, VirtualClock } from "./clock.ts";
import type { SimulatorError } from "./errors.ts";
import { describe } from "./errors.ts";
import type { Realm } from "./platform.ts";
import type { Caller } from "./strict.ts";

export type ContextOptions = {
  kind: ContextKind;
  file: string;
  apiLevel: string;
  permissions: ReadonlySet<string>;
  clock: VirtualClock;
  /** What a context's timers take longer than they should, as a share (0.016 = half a second in thirty). */
  drift: () => number;
  /** Milliseconds that the next timer comes late on top of it. */
  lateMs: () => number;
  onError: (text: string) => void;
  onViolation: (error: SimulatorError) => void;
};

/** One running script of the package on the watch: the app, a page or an app service. */
export class Context implements Caller {
  readonly kind: ContextKind;
  readonly file: string;
  readonly apiLevel: string;
  readonly permissions: ReadonlySet<string>;
  /** What `App`, `Page` or `AppService` registered. */
  instance: Record<string, unknown> | null = null;
  realm: Realm | null = null;
  #alive = true;
  #nextTimer = 1;
  readonly #timers = new Map<number, TimerHandle>();
  readonly #endings: (() => void)[] = [];
  readonly #options: ContextOptions;

  constructor(options: ContextOptions) {
    this.#options = options;
    this.kind = options.kind;
    this.file = options.file;
    this.apiLevel = options.apiLevel;
    this.permissions = options.permissions;
  }

  isAlive(): boolean {
    return this.#alive;
  }

  violation(error: SimulatorError): void {
    this.#options.onViolation(error);
  }

  /** Something the context holds (a subscription); released when it ends. */
  onEnd(release: () => void): void {
    this.#endings.push(release);
  }

  /** Calls into the package; what it throws is logged, as the system does, and never reaches the host. */
  run(what: string, call: () => unknown): unknown {
    if (!this.#alive) return undefined;
    try {
      return call();
    } catch (error) {
      this.#options.onError(`${this.file} ${what}: ${describe(error)}`);
      return undefined;
    }
  }

  /** Calls a lifecycle method if the package has it. */
  call(method: string, ...args: unknown[]): void {
    const found = this.instance?.[method];
    if (typeof found === "function") this.run(method, () => Reflect.apply(found, this.instance, args));
  }

  setTimer(callback: unknown, ms: unknown, args: unknown[], periodic: boolean): number {
    if (!this.#alive || typeof callback !== "function") return 0;
    const id = this.#nextTimer++;
    const asked = Math.max(periodic ? 1 : 0, Number(ms) || 0);
    const { clock, drift, lateMs } = this.#options;
    const arm = () =>
      this.#timers.set(
        id,
        clock.schedule(asked * (1 + drift()) + lateMs(), () => {
          this.#timers.delete(id);
          if (periodic) arm();
          this.run("timer", () => Reflect.apply(callback, undefined, args));
        }),
      );
    arm();
    return id;
  }

  clearTimer(id: unknown): void {
    const timer = this.#timers.get(Number(id));
    timer?.cancel();
    this.#timers.delete(Number(id));
  }

  /** Ends it at once: no lifecycle method is called, nothing of it has an effect any more. */
  end(): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
    for (const release of this.#endings.splice(0)) release();
    this.realm?.destroy();
  }
}
