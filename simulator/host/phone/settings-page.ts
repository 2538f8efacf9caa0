import { describe, SimulatorError } from "../errors.ts";
import { Signal } from "../events.ts";
import { noteViolation } from "../hardware.ts";
import type { Realm } from "../platform.ts";
import { childrenOf, componentFunctions, type SettingsNode } from "./components.ts";
import { phoneGlobals } from "./globals.ts";
import type { Phone } from "./phone.ts";

/** The settings page in the phone's app: built anew whenever a setting changes, as the platform does. */
export class SettingsPage {
  readonly changed = new Signal();
  content: readonly (SettingsNode | string)[] = [];
  #realm: Realm | null = null;
  #options: Record<string, unknown> | null = null;
  #building = false;
  #stop: (() => void) | null = null;
  readonly #phone: Phone;

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  async open(): Promise<void> {
    if (this.#realm !== null) return;
    const { hardware, language } = this.#phone.options;
    const realm = await hardware.platform.createRealm("settings page");
    this.#realm = realm;
    this.#phone.inUse = true;
    const write = (text: string) => hardware.events.add("log", `settings ${text}`);
    Object.assign(
      realm.global,
      phoneGlobals(hardware, language, write),
      componentFunctions((error) => noteViolation(hardware, error)),
      {
        AppSettingsPage: (options: Record<string, unknown>) => {
          this.#options = options;
        },
      },
    );
    await realm.load(hardware.variant.phone.setting);
    if (this.#options === null) {
      noteViolation(hardware, new SimulatorError("package", "setting.js did not register itself; see the log."));
    }
    this.#stop = this.#phone.settings.observe(() => this.#build());
    this.#build();
  }

  close(): void {
    this.#stop?.();
    this.#phone.inUse = false;
    this.#realm?.destroy();
    this.#realm = null;
    this.#options = null;
    this.content = [];
    this.changed.emit();
  }

  /** A person changes a field: the value goes where `settingsKey` says, then to `onChange`. */
  input(node: SettingsNode, value: unknown): void {
    const { settingsKey, onChange } = node.props;
    if (typeof settingsKey === "string") {
      this.#phone.settings.set(settingsKey, typeof value === "string" ? value : JSON.stringify(value), "settings");
    }
    this.#run(onChange, value);
  }

  click(node: SettingsNode): void {
    this.#run(node.props.onClick);
  }

  /** What a field shows: its own `value`, else what is stored under its `settingsKey`. */
  valueOf(node: SettingsNode): string {
    const { value, settingsKey } = node.props;
    if (value !== undefined && value !== null) return String(value);
    return typeof settingsKey === "string" ? (this.#phone.settings.get(settingsKey) ?? "") : "";
  }

  #run(callback: unknown, ...args: unknown[]): void {
    if (typeof callback !== "function") return;
    this.#guard(() => Reflect.apply(callback, undefined, args));
  }

  #build(): void {
    const options = this.#options;
    const build = options?.build;
    if (this.#building || typeof build !== "function") return;
    const settingsStorage = this.#phone.settings.facade("settings", () => {
      if (this.#building) throw new SimulatorError("context", "The settings page writes while it is being built.");
    });
    this.#building = true;
    this.#guard(() => {
      this.content = childrenOf(Reflect.apply(build, options, [{ settingsStorage }]));
    });
    this.#building = false;
    this.changed.emit();
  }

  #guard(call: () => unknown): void {
    const { hardware } = this.#phone.options;
    try {
      call();
    } catch (error) {
      if (error instanceof SimulatorError) noteViolation(hardware, error);
      else hardware.events.add("error", `settings page: ${describe(error)}`);
    }
  }
}
