/**
 * The `Buffer` that the platform offers to both ends of the link. Every buffer owns its memory (no pool), because the
 * messaging library sends `buffer.buffer` whole.
 * Source: docs/reference/device-app-api/newAPI/global/Buffer
 */
export class ByteBuffer extends Uint8Array {
  override toString(encoding = "utf-8"): string {
    if (encoding === "hex") return Array.from(this, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return new TextDecoder().decode(this);
  }

  #view(): DataView {
    return new DataView(this.buffer, this.byteOffset, this.byteLength);
  }

  writeUInt8(value: number, offset: number): number {
    this.#view().setUint8(offset, value);
    return offset + 1;
  }

  writeUInt16LE(value: number, offset: number): number {
    this.#view().setUint16(offset, value, true);
    return offset + 2;
  }

  writeUInt32LE(value: number, offset: number): number {
    this.#view().setUint32(offset, value, true);
    return offset + 4;
  }

  readUInt8(offset: number): number {
    return this.#view().getUint8(offset);
  }

  readUInt16LE(offset: number): number {
    return this.#view().getUint16(offset, true);
  }

  readUInt32LE(offset: number): number {
    return this.#view().getUint32(offset, true);
  }

  /** Unlike a typed array's, this `fill` also takes bytes to repeat, as Node's does. */
  fillBytes(value: number | Uint8Array, start = 0, end = this.length): this {
    if (typeof value === "number") return super.fill(value, start, end);
    for (let i = start; value.length > 0 && i < end; i++) this[i] = value[(i - start) % value.length] ?? 0;
    return this;
  }

  copy(target: Uint8Array, targetStart = 0, start = 0, end = this.length): number {
    const part = this.subarray(start, Math.min(end, start + target.length - targetStart));
    target.set(part, targetStart);
    return part.length;
  }
}

Object.defineProperty(ByteBuffer.prototype, "fill", { value: ByteBuffer.prototype.fillBytes });

/** True for an ArrayBuffer of any realm. */
export function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

/** The bytes behind an ArrayBuffer or a view of any realm. */
export function bytesOf(value: unknown): Uint8Array {
  if (isArrayBuffer(value)) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new TypeError("An ArrayBuffer or a view of one is needed here.");
}

function from(value: unknown): ByteBuffer {
  if (typeof value === "string") return own(new TextEncoder().encode(value));
  if (Array.isArray(value)) return own(Uint8Array.from(value));
  if (isArrayBuffer(value)) return new ByteBuffer(value);
  return own(bytesOf(value));
}

function own(bytes: Uint8Array): ByteBuffer {
  const copy = new ByteBuffer(bytes.length);
  copy.set(bytes);
  return copy;
}

function concat(parts: Uint8Array[]): ByteBuffer {
  const whole = new ByteBuffer(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The global `Buffer` of the package. */
export const BufferApi = Object.freeze({
  alloc: (size: number) => new ByteBuffer(size),
  from,
  concat,
  isBuffer: (value: unknown) => value instanceof ByteBuffer,
  byteLength: (text: string) => new TextEncoder().encode(text).length,
});
