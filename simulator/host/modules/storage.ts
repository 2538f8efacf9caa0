import type { Hardware } from "../hardware.ts";
import { type Store, scoped } from "../store.ts";

/** `@zos/storage`. Values are kept as JSON; `session` is what the app forgets when it ends. */
export function storageModule(hardware: Hardware, session: Store): Record<string, unknown> {
  const kept = (store: Store) => ({
    setItem: (key: string, value: unknown) => {
      if (!hardware.files.full) store.set(key, JSON.stringify(value) ?? "null");
    },
    getItem: (key: string, fallback?: unknown) => {
      const text = store.get(key);
      return text === null ? fallback : (JSON.parse(text) as unknown);
    },
    removeItem: (key: string) => store.remove(key),
    clear: () => {
      for (const key of store.keys()) store.remove(key);
    },
  });
  const classOf = (store: Store) =>
    class {
      constructor(path = "default") {
        Object.assign(this, kept(scoped(store, `${path}/`)));
      }
    };
  return {
    localStorage: kept(scoped(hardware.keyValues, "default/")),
    LocalStorage: classOf(hardware.keyValues),
    sessionStorage: kept(scoped(session, "default/")),
    SessionStorage: classOf(session),
  };
}
