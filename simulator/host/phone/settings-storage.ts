import { SimulatorError } from "../errors.ts";
import type { Store } from "../store.ts";

export type SettingsChange = { key: string; newValue: string | null; oldValue: string | null };

type Listener = (change: SettingsChange) => void;

/** Which part of the phone's program holds the storage. */
export type SettingsOwner = "side" | "settings" | "host";

/**
 * The key-value store that the side service and the settings page share. A change is told to the parts that did not
 * make it. Source: docs/reference/side-service-api/settings-storage.
 */
export class SettingsStorage {
  readonly #store: Store;
  readonly #listeners = new Map<SettingsOwner, Set<Listener>>();
  readonly #observers = new Set<(change: SettingsChange, by: SettingsOwner) => void>();

  constructor(store: Store) {
    this.#store = store;
  }

  get(key: string): string | null {
    return this.#store.get(key);
  }

  set(key: string, value: string | null, by: SettingsOwner): void {
    const oldValue = this.#store.get(key);
    if (value === null) this.#store.remove(key);
    else this.#store.set(key, value);
    const change = { key, newValue: value, oldValue };
    for (const [owner, listeners] of this.#listeners) {
      if (owner !== by) for (const listener of [...listeners]) listener(change);
    }
    for (const observer of [...this.#observers]) observer(change, by);
  }

  keys(): string[] {
    return this.#store.keys().sort();
  }

  /** Told of every change, whoever made it. */
  observe(observer: (change: SettingsChange, by: SettingsOwner) => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** Forgets the listeners of a part that has ended. */
  release(owner: SettingsOwner): void {
    this.#listeners.delete(owner);
  }

  /** The object the package gets as `settings.settingsStorage`. `mayWrite` throws when this is no moment to write. */
  facade(owner: SettingsOwner, mayWrite: () => void): Record<string, unknown> {
    const write = (key: string, value: unknown) => {
      mayWrite();
      if (typeof value !== "string") {
        throw new SimulatorError("argument", `settingsStorage.setItem("${key}") takes a string, not ${typeof value}.`);
      }
      this.set(key, value, owner);
    };
    const storage = this;
    return {
      setItem: write,
      getItem: (key: string) => this.get(key) ?? undefined,
      removeItem: (key: string) => {
        mayWrite();
        this.set(key, null, owner);
      },
      clear: () => {
        mayWrite();
        for (const key of this.keys()) this.set(key, null, owner);
      },
      toObject: () => Object.fromEntries(this.keys().map((key) => [key, this.get(key)])),
      get length() {
        return storage.keys().length;
      },
      addListener: (event: string, listener: Listener) => {
        if (event !== "change") throw new SimulatorError("argument", `settingsStorage has no event "${event}".`);
        const known = this.#listeners.get(owner) ?? new Set();
        this.#listeners.set(owner, known.add(listener));
      },
      removeListener: () => this.#listeners.delete(owner),
    };
  }
}
