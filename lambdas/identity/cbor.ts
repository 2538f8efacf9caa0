/** What an authenticator sends in CBOR, as far as passkeys need it. */
export type Cbor = number | string | boolean | null | Buffer | Cbor[] | Map<Cbor, Cbor>;

const MAX_DEPTH = 8;

/**
 * Reads one CBOR item (RFC 8949; definite lengths, no floats, no tags: CTAP's canonical form).
 * @returns the value and the offset behind it
 * @throws RangeError for anything else, or when the bytes end early
 */
export function readCbor(bytes: Buffer, start = 0, depth = 0): { value: Cbor; end: number } {
  if (depth > MAX_DEPTH) throw new RangeError("CBOR is nested too deeply");
  const first = bytes.readUInt8(start);
  const major = first >> 5;
  const { value: size, end } = readSize(bytes, start, first & 31);
  switch (major) {
    case 0:
      return { value: size, end };
    case 1:
      return { value: -1 - size, end };
    case 2:
      return { value: slice(bytes, end, size), end: end + size };
    case 3:
      return { value: slice(bytes, end, size).toString("utf8"), end: end + size };
    case 4:
      return readArray(bytes, end, size, depth);
    case 5:
      return readMap(bytes, end, size, depth);
    default:
      return { value: simple(first), end };
  }
}

function readSize(bytes: Buffer, start: number, info: number): { value: number; end: number } {
  if (info < 24) return { value: info, end: start + 1 };
  if (info === 24) return { value: bytes.readUInt8(start + 1), end: start + 2 };
  if (info === 25) return { value: bytes.readUInt16BE(start + 1), end: start + 3 };
  if (info === 26) return { value: bytes.readUInt32BE(start + 1), end: start + 5 };
  throw new RangeError("CBOR length is of an unknown form");
}

function slice(bytes: Buffer, start: number, size: number): Buffer {
  if (start + size > bytes.length) throw new RangeError("CBOR ends early");
  return bytes.subarray(start, start + size);
}

function readArray(bytes: Buffer, start: number, size: number, depth: number): { value: Cbor; end: number } {
  const items: Cbor[] = [];
  let at = start;
  for (let index = 0; index < size; index += 1) {
    const item = readCbor(bytes, at, depth + 1);
    items.push(item.value);
    at = item.end;
  }
  return { value: items, end: at };
}

function readMap(bytes: Buffer, start: number, size: number, depth: number): { value: Cbor; end: number } {
  const map = new Map<Cbor, Cbor>();
  let at = start;
  for (let index = 0; index < size; index += 1) {
    const key = readCbor(bytes, at, depth + 1);
    const item = readCbor(bytes, key.end, depth + 1);
    map.set(key.value, item.value);
    at = item.end;
  }
  return { value: map, end: at };
}

function simple(first: number): boolean | null {
  if (first === 0xf4 || first === 0xf5) return first === 0xf5;
  if (first === 0xf6) return null;
  throw new RangeError("CBOR item is of an unknown kind");
}
