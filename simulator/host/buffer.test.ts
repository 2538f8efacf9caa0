import { describe, expect, it } from "vitest";
import { BufferApi } from "./buffer.ts";

describe("the platform's Buffer", () => {
  it("writes and reads numbers little-endian", () => {
    const buffer = BufferApi.alloc(7);
    buffer.writeUInt8(1, 0);
    buffer.writeUInt16LE(0x1234, 1);
    buffer.writeUInt32LE(0x89abcdef, 3);
    expect(buffer.toString("hex")).toBe("013412efcdab89");
    expect(buffer.readUInt32LE(3)).toBe(0x89abcdef);
  });

  it("owns its memory, so that `buffer.buffer` is exactly its bytes", () => {
    expect(BufferApi.from("héllo").buffer.byteLength).toBe(6);
    expect(BufferApi.from([1, 2, 3]).buffer.byteLength).toBe(3);
  });

  it("joins, copies and fills as Node's does", () => {
    const joined = BufferApi.concat([BufferApi.from("ab"), BufferApi.from("cd")]);
    const target = BufferApi.alloc(4);
    joined.copy(target, 1, 1, 3);
    expect([...target]).toEqual([0, 98, 99, 0]);
    expect(BufferApi.alloc(5).fillBytes(BufferApi.from("xy"), 1, 4).toString()).toBe("\0xyx\0");
    expect(joined.toString()).toBe("abcd");
  });
});
