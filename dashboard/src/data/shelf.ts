/** A shelf of things by name that outlives the page. */
export type Shelf<T> = {
  readonly get: (name: string) => Promise<T | undefined>;
  /** Resolves when it is on disk. */
  readonly put: (name: string, thing: T) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** Everything, by name in order. */
  readonly all: () => Promise<T[]>;
  readonly clear: () => Promise<void>;
};

const SHELVES = ["answers", "outbox"] as const;
const DATABASE = "backstride";

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      for (const name of SHELVES) request.result.createObjectStore(name);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // A refusal may be for now only, and a browser may take the open one back.
  const again = () => {
    opened = null;
  };
  opened.then((database) => database.addEventListener("close", again), again);
  return opened;
}

/** A shelf in this browser's IndexedDB. @throws DOMException where the browser keeps nothing, as in some private windows */
export function shelf<T>(name: (typeof SHELVES)[number]): Shelf<T> {
  const read = async <R>(ask: (store: IDBObjectStore) => IDBRequest<R>) =>
    settled(ask((await open()).transaction(name).objectStore(name)));
  async function write(change: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = (await open()).transaction(name, "readwrite", { durability: "strict" });
    change(transaction.objectStore(name));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }
  return {
    get: (key) => read<T | undefined>((store) => store.get(key)),
    put: (key, thing) => write((store) => store.put(thing, key)),
    remove: (key) => write((store) => store.delete(key)),
    all: () => read<T[]>((store) => store.getAll()),
    clear: () => write((store) => store.clear()),
  };
}
