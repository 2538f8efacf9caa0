import { describe, expect, it } from "vitest";
import { WatchFiles } from "./files.ts";
import { memoryStore } from "./store.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("the files of the watch", () => {
  it("are in the store at once, so that a kill finds them", () => {
    const store = memoryStore();
    new WatchFiles(store).write("a", bytes(1, 2, 255));
    expect(new WatchFiles(store).read("a")).toEqual(bytes(1, 2, 255));
  });

  it("can be written in part, keeping the rest", () => {
    const files = new WatchFiles(memoryStore());
    files.write("a", bytes(1, 2, 3));
    expect(files.patch("a", bytes(9, 9), 2)).toBe(2);
    expect(files.read("a")).toEqual(bytes(1, 2, 9, 9));
  });

  it("do not grow on a full disk, and a file replaced there is lost", () => {
    const files = new WatchFiles(memoryStore());
    files.write("a", bytes(1, 2));
    files.full = true;
    expect(files.patch("a", bytes(3), 2)).toBe(0);
    expect(files.patch("a", bytes(7), 0)).toBe(1);
    expect(files.read("a")).toEqual(bytes(7, 2));
    expect(files.write("a", bytes(1, 2, 3))).toBe(false);
    expect(files.read("a")).toEqual(bytes());
  });

  it("can be damaged by one bit", () => {
    const files = new WatchFiles(memoryStore());
    files.write("a", bytes(0, 0, 0));
    files.corrupt("a");
    expect(files.read("a")).toEqual(bytes(0, 16, 0));
  });
});
