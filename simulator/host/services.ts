import type { Context } from "./context.ts";
import { SimulatorError } from "./errors.ts";
import { type Hardware, noteViolation } from "./hardware.ts";

/** Source: docs/guides/framework/device/app-service, "System Limitation". */
const SERVICE_LIMIT_MS = 600;

/** The app services of the program: single runs started by alarms, and continuous ones. */
export class AppServices {
  readonly #running = new Map<string, Context>();
  readonly #hardware: Hardware;
  /** Loads a service's script; null when the program was killed meanwhile. */
  readonly #load: (file: string, param: string) => Promise<Context | null>;

  constructor(hardware: Hardware, load: (file: string, param: string) => Promise<Context | null>) {
    this.#hardware = hardware;
    this.#load = load;
  }

  files(): string[] {
    return [...this.#running.keys()];
  }

  /** One short run; `onEnd` once it is over. */
  async runOnce(file: string, param: string, onEnd: () => void): Promise<void> {
    const service = await this.#make(file, param);
    if (service === null) return;
    this.#hardware.clock.schedule(SERVICE_LIMIT_MS, () => {
      service.call("onDestroy");
      service.end();
      onEnd();
    });
  }

  /** True when it runs already; then it is told instead. */
  tell(file: string, param: string): boolean {
    const running = this.#running.get(file);
    running?.call("onEvent", param);
    return running !== undefined;
  }

  async start(file: string, param: string): Promise<void> {
    const service = await this.#make(file, param);
    if (service !== null) this.#running.set(file, service);
  }

  stop(file: string): boolean {
    const service = this.#running.get(file);
    service?.call("onDestroy");
    service?.end();
    return this.#running.delete(file);
  }

  kill(): void {
    for (const service of this.#running.values()) service.end();
    this.#running.clear();
  }

  async #make(file: string, param: string): Promise<Context | null> {
    const listed = this.#hardware.loaded.appJson.module["app-service"]?.services ?? [];
    if (!listed.includes(file)) {
      noteViolation(this.#hardware, new SimulatorError("argument", `app.json lists no service "${file}".`));
      return null;
    }
    const service = await this.#load(file, param);
    if (service === null) return null;
    this.#hardware.events.add("service", `Service ${file}`, { code: "service", value: file });
    service.call("onInit", param);
    return service;
  }
}
