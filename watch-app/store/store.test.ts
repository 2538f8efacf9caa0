import fc from "fast-check";
import { expect, test } from "vitest";
import { asciiJson, fromBuffer, toBuffer } from "./ascii.ts";
import { crc32 } from "./crc.ts";
import { type Files, memoryFiles } from "./files.ts";
import { openLog } from "./log.ts";
import { openOutbox, type WatchEvent } from "./outbox.ts";
import { nothingUnwritten, remembering } from "./remembering.ts";
import { slots } from "./slots.ts";

const event = (id: string): WatchEvent => ({
  id,
  type: "checkin.reported.v1",
  at: "2026-11-22T06:00:00.000Z",
  localDate: "2026-11-22",
  utcOffsetMin: 60,
  data: { note: "Rücken ✓" },
});

/** A disk that takes only so many more bytes, then writes what fits and says so. */
function smallDisk(content: Map<string, string>, room: { left: number }): Files {
  const files = memoryFiles(content);
  const take = (text: string): string => {
    const part = text.slice(0, Math.max(0, room.left));
    room.left -= part.length;
    return part;
  };
  return {
    ...files,
    write: (path, text) => {
      const part = take(text);
      files.write(path, part);
      return part.length === text.length;
    },
    append: (path, text) => {
      const part = take(text);
      files.append(path, part);
      return part.length === text.length;
    },
  };
}

test("the checksum is CRC-32", () => {
  expect(crc32("123456789")).toBe("cbf43926");
});

test("any JSON goes through ASCII and bytes unchanged", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = fromBuffer(toBuffer(asciiJson(value)));
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a log killed in the middle of a write keeps every line before and goes on after", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 12 }), fc.nat(), (values, cut) => {
      const content = new Map<string, string>();
      const log = openLog(memoryFiles(content), "log");
      for (const value of values) log.append(value);
      const text = content.get("log") ?? "";
      content.set("log", text.slice(0, cut % (text.length + 1)));
      const again = openLog(memoryFiles(content), "log");
      expect(again.whole).toBe(true);
      expect(again.values).toEqual(JSON.parse(JSON.stringify(values.slice(0, again.values.length))));
      again.append({ after: "the kill" });
      const last = openLog(memoryFiles(content), "log");
      expect(last.values).toEqual([...again.values, { after: "the kill" }]);
    }),
  );
});

test("a damaged line costs that line alone, and the log says so", () => {
  const content = new Map<string, string>();
  const log = openLog(memoryFiles(content), "log");
  for (const value of ["one", "two", "three"]) log.append(value);
  content.set("log", (content.get("log") ?? "").replace('"two"', '"twX"'));
  expect(openLog(memoryFiles(content), "log")).toMatchObject({ values: ["one", "three"], whole: false });
});

test("a full disk loses nothing once there is room again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (room) => {
      const content = new Map<string, string>();
      const disk = { left: room };
      const files = remembering(smallDisk(content, disk), nothingUnwritten());
      const log = openLog(files, "log");
      const told = ["a", "b", "c", "d"].map((value) => log.append(value));
      // The next page of the app opens the log anew.
      expect(openLog(files, "log").values).toEqual(["a", "b", "c", "d"]);
      disk.left = 10_000;
      expect(openLog(files, "log").append("e")).toBe(true);
      expect(openLog(memoryFiles(content), "log").values).toEqual(["a", "b", "c", "d", "e"]);
      if (told.includes(false)) expect(told.slice(told.indexOf(false)).every((saved) => !saved)).toBe(true);
    }),
  );
});

test("two slots: a write cut anywhere leaves the value before it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (room) => {
      const content = new Map<string, string>();
      const whole = slots(memoryFiles(content), "plan");
      whole.write({ rev: 1 });
      whole.write({ rev: 2 });
      const saved = slots(smallDisk(content, { left: room }), "plan").write({ rev: 3 });
      expect(whole.read()).toEqual({ rev: saved ? 3 : 2 });
      expect(whole.write({ rev: 4 })).toBe(true);
      expect(whole.read()).toEqual({ rev: 4 });
    }),
  );
});

test("nothing stored reads as null", () => {
  expect(slots(memoryFiles(), "plan").read()).toBeNull();
});

test("the outbox lists oldest first, clears only what was acknowledged, keeps what was refused with its reason", () => {
  const files = memoryFiles();
  const outbox = openOutbox(files);
  for (const id of ["b", "a", "c"]) expect(outbox.put(event(id))).toBe(true);
  expect(outbox.put(event("a"))).toBe(true);
  expect(outbox.waiting().map(({ id }) => id)).toEqual(["a", "b", "c"]);
  outbox.settle(["b"], [{ id: "a", code: "invalid", message: "must be 10 at most" }]);
  const again = openOutbox(files);
  expect(again.waiting()).toEqual([event("c")]);
  expect(again.refused()).toEqual([{ event: event("a"), code: "invalid", message: "must be 10 at most" }]);
});

test("a damaged record does not stand in the way of the others", () => {
  const content = new Map<string, string>();
  const outbox = openOutbox(memoryFiles(content));
  outbox.put(event("a"));
  outbox.put(event("b"));
  content.set("outbox/a", "torn");
  expect(outbox.waiting().map(({ id }) => id)).toEqual(["b"]);
});

test("weeks of records are read once, with every later look and the one that sends them", () => {
  const content = new Map<string, string>();
  for (let day = 10; day < 70; day += 1) openOutbox(memoryFiles(content)).put(event(`${day}`));
  const reads: string[] = [];
  const files = memoryFiles(content);
  const read = (path: string): string | null => {
    reads.push(path);
    return files.read(path);
  };
  const outbox = openOutbox({ ...files, read });
  for (let look = 0; look < 5; look += 1) expect(outbox.waiting()).toHaveLength(60);
  expect(outbox.damaged()).toEqual([]);
  expect(reads).toHaveLength(60);
  expect(outbox.whole("10")).toEqual(event("10"));
  expect(reads).toHaveLength(61);
});

test("what is filed again under the same id is what is read", () => {
  const outbox = openOutbox(memoryFiles());
  outbox.put(event("a"));
  expect(outbox.waiting()).toEqual([event("a")]);
  const later = { ...event("a"), localDate: "2026-11-23" };
  outbox.put(later);
  expect(outbox.waiting()).toEqual([later]);
});

test("a refusal that cannot be written leaves the record in the outbox", () => {
  const content = new Map<string, string>();
  const room = { left: 10_000 };
  const outbox = openOutbox(smallDisk(content, room));
  outbox.put(event("a"));
  room.left = 0;
  outbox.settle([], [{ id: "a", code: "invalid", message: "no" }]);
  expect(outbox.waiting().map(({ id }) => id)).toEqual(["a"]);
});

test("what did not fit is read back while the app is open, and its place is taken by the next write that fits", () => {
  const content = new Map<string, string>();
  const room = { left: 0 };
  const files = remembering(smallDisk(content, room), nothingUnwritten());
  const plan = slots(files, "plan");
  expect(plan.write({ rev: 1 })).toBe(false);
  expect(slots(files, "plan").read()).toEqual({ rev: 1 });
  expect(openOutbox(files).put(event("a"))).toBe(false);
  expect(openOutbox(files).waiting()).toEqual([event("a")]);
  room.left = 10_000;
  expect(openOutbox(files).put(event("a"))).toBe(true);
  expect(slots(files, "plan").write({ rev: 2 })).toBe(true);
  expect(slots(memoryFiles(content), "plan").read()).toEqual({ rev: 2 });
  files.remove("outbox/a");
  expect(openOutbox(files).waiting()).toEqual([]);
});
