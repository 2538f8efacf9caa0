import type { Store } from "./store.ts";

// Plain loops: every boot of a watch that holds many records reads them all.
function encode(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function decode(kept: string): Uint8Array {
  const text = atob(kept);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** What becomes of one write: all of it, or only so many of its bytes, after which the call fails. */
export type WriteFate = "whole" | number;

/**
 * The files of the Mini Program (`/data`). Every write is in the store at once, so that a kill or a reload finds what
 * was written. A full disk keeps what is there and lets nothing grow.
 */
export class WatchFiles {
  /** Switch: nothing more fits. */
  full = false;
  /**
   * Switch: asked before every write with the bytes it brings. Killing the program in here is a power cut in the middle of
   * a write: nothing the program does afterwards has an effect.
   */
  fate: (path: string, bytes: number) => WriteFate = () => "whole";
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
    const grows = () => bytes.length > (this.read(path)?.length ?? 0);
    if (this.full && grows()) {
      this.#store.set(path, "");
      return false;
    }
    const fate = this.fate(path, bytes.length);
    this.newest = path;
    this.#store.set(path, encode(fate === "whole" ? bytes : bytes.subarray(0, fate)));
    return fate === "whole";
  }

  /** Writes `bytes` into the file at `position`, keeping the rest. Returns the bytes written (0 when the disk is full). */
  patch(path: string, bytes: Uint8Array, position: number): number {
    const old = this.read(path) ?? new Uint8Array(0);
    const length = Math.max(old.length, position + bytes.length);
    if (this.full && length > old.length) return 0;
    const fate = this.fate(path, bytes.length);
    const part = fate === "whole" ? bytes : bytes.subarray(0, fate);
    const next = new Uint8Array(Math.max(old.length, position + part.length));
    next.set(old);
    next.set(part, position);
    this.newest = path;
    this.#store.set(path, encode(next));
    return part.length;
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
    this.flip(path, 0.5);
  }

  /** Flips one bit at a share of the file's length, 0–1. */
  flip(path: string, share: number): void {
    const bytes = this.read(path);
    if (bytes === undefined || bytes.length === 0) return;
    const place = Math.min(bytes.length - 1, Math.floor(bytes.length * share));
    bytes[place] = (bytes[place] ?? 0) ^ 0x10;
    this.#store.set(path, encode(bytes));
  }

  /** Switch: cuts the file's last bytes off. */
  truncate(path: string, bytes: number): void {
    const old = this.read(path);
    if (old !== undefined) this.#store.set(path, encode(old.subarray(0, Math.max(0, old.length - bytes))));
  }
}
