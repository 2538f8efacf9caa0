import { expect, it } from "vitest";
import { withFallback } from "./fallback.ts";
import { memoryShelf } from "./testing.ts";

/** A disk that refuses as long as it is told to. */
function moodyDisk() {
  const shelf = memoryShelf<number>();
  const mood = { refuses: true };
  const unless =
    <A extends unknown[], R>(does: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (mood.refuses) throw new Error("refused");
      return does(...given);
    };
  const disk = {
    get: unless(shelf.get),
    put: unless(shelf.put),
    remove: unless(shelf.remove),
    all: unless(shelf.all),
    clear: unless(shelf.clear),
  };
  return { disk, mood, kept: shelf.kept };
}

it("holds what the disk refuses, says that it will not last, and forgets it when told", async () => {
  const { disk } = moodyDisk();
  const shelf = withFallback(disk);
  expect(shelf.fleeting.value).toBe(false);
  await shelf.put("a", 1);
  expect([await shelf.all(), await shelf.get("a"), shelf.fleeting.value]).toEqual([[1], 1, true]);
  await shelf.remove("a");
  expect([await shelf.all(), shelf.fleeting.value]).toEqual([[], false]);
});

it("a disk that keeps again has the new ones and gets the refused one when it is put again", async () => {
  const { disk, mood, kept } = moodyDisk();
  const shelf = withFallback(disk);
  await shelf.put("a", 1);
  mood.refuses = false;
  await shelf.put("b", 2);
  expect([await shelf.all(), [...kept.keys()], shelf.fleeting.value]).toEqual([[2, 1], ["b"], true]);
  await shelf.put("a", 1);
  expect([[...kept.keys()].sort(), shelf.fleeting.value]).toEqual([["a", "b"], false]);
});

it("a disk that does not let go of an entry is heard of", async () => {
  const { disk, mood, kept } = moodyDisk();
  kept.set("a", 1);
  mood.refuses = true;
  await expect(withFallback(disk).remove("a")).rejects.toThrow("refused");
});
