import type { Store } from "./store.ts";

const encode = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const decode = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/**
 * The files of the Mini Program (`/data`). Every write is in the store at once, so that a kill or a reload finds what
 * was written. A full disk keeps what is there and lets nothing grow.
 */
export class WatchFiles {
  /** Switch: nothing more fits. */
  full = false;
  /** The file written last; null before the first write. */
  newest: string | null = null;
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  read(path: string): Uint8Array | undefined {
    const text = this.#store.get(path);
    return text === null ? undefined : decode(text);
  }

  /** Replaces the file. Returns false when the disk is full and the file would grow; then it is left cut to nothing, the worst a flash file system may do. */
  write(path: string, bytes: Uint8Array): boolean {
    const grows = bytes.length > (this.read(path)?.length ?? 0);
    if (this.full && grows) {
      this.#store.set(path, "");
      return false;
    }
    this.newest = path;
    this.#store.set(path, encode(bytes));
    return true;
  }

  /** Writes `bytes` into the file at `position`, keeping the rest. Returns the bytes written (0 when the disk is full). */
  patch(path: string, bytes: Uint8Array, position: number): number {
    const old = this.read(path) ?? new Uint8Array(0);
    const length = Math.max(old.length, position + bytes.length);
    if (this.full && length > old.length) return 0;
    const next = new Uint8Array(length);
    next.set(old);
    next.set(bytes, position);
    this.newest = path;
    this.#store.set(path, encode(next));
    return bytes.length;
  }

  exists(path: string): boolean {
    return this.#store.get(path) !== null;
  }

  remove(path: string): boolean {
    const existed = this.exists(path);
    this.#store.remove(path);
    return existed;
  }

  /** Paths of all files, sorted. */
  paths(): string[] {
    return this.#store.keys().sort();
  }

  /** Switch: flips one bit in the middle of the file, as a worn flash cell would. */
  corrupt(path: string): void {
    const bytes = this.read(path);
    if (bytes === undefined || bytes.length === 0) return;
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 0x10;
    this.#store.set(path, encode(bytes));
  }
}
