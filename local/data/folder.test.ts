import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HostError } from "../error.ts";
import { takeFolder } from "./folder.ts";

let parent: string;
let path: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "backstride-folder-"));
  path = join(parent, "data");
});
afterEach(() => rmSync(parent, { recursive: true }));

describe("the lock", () => {
  const lock = () => join(path, "lock");

  it("of this very process is respected", () => {
    const { release } = takeFolder(path);
    expect(() => takeFolder(path)).toThrow(/already running .+ \(process \d+\)/);
    release();
    expect(existsSync(lock())).toBe(false);
  });

  it("of a version that wrote the number only is respected as long as there is such a process", () => {
    mkdirSync(path);
    writeFileSync(lock(), String(process.ppid));
    expect(() => takeFolder(path)).toThrow(/already running/);
    writeFileSync(lock(), "4194305");
    takeFolder(path).release();
  });

  it.runIf(process.platform === "linux")(
    "whose number another process has by now, after a power cut, is taken over",
    () => {
      mkdirSync(path);
      writeFileSync(lock(), `${process.ppid} 3c5f21f4-61d5-4c2b-8b0e-8f2d4a1e9c77/1234`);
      const { release } = takeFolder(path);
      expect(readFileSync(lock(), "utf8")).toMatch(new RegExp(`^${process.pid} [0-9a-f-]{36}/\\d+$`));
      release();
    },
  );
});

describe("the stack id", () => {
  it("is made once and stays the same", () => {
    const first = takeFolder(path);
    first.release();
    const second = takeFolder(path);
    expect(second.stackId).toBe(first.stackId);
    expect(first.stackId).toMatch(/^arn:aws:cloudformation:local:000000000000:stack\/backstride\/[0-9a-f-]{36}$/);
    expect(existsSync(join(path, "stack-id.new"))).toBe(false);
  });

  it.each(["", "arn:aws:cloudformation:local:000000000000:stack/backstride/", "half"])(
    "that a crash cut to %j stops the start, names its file and leaves the folder free",
    (half) => {
      mkdirSync(path);
      const file = join(path, "stack-id");
      writeFileSync(file, half);
      expect(() => takeFolder(path)).toThrow(HostError);
      expect(() => takeFolder(path)).toThrow(file);
      expect(readFileSync(file, "utf8")).toBe(half);
      rmSync(file);
      takeFolder(path).release();
    },
  );
});

it("something else's folder is left as it is, named by what lies in it", () => {
  mkdirSync(path, { mode: 0o755 });
  writeFileSync(join(path, "photo.jpg"), "");
  expect(() => takeFolder(path)).toThrow(/holds something else \(photo\.jpg\)/);
  expect(readdirSync(path)).toEqual(["photo.jpg"]);
  rmSync(join(path, "photo.jpg"));
  takeFolder(path).release();
});

describe.runIf(process.platform !== "win32")("on a computer with several users", () => {
  const modeOf = (name: string) => statSync(join(path, name)).mode & 0o777;

  it("nobody else can look into the folder, also when an earlier version made it", () => {
    mkdirSync(join(path, "table"), { recursive: true });
    for (const name of ["", "table"]) chmodSync(join(path, name), 0o755);
    takeFolder(path).release();
    expect(["", "table", "queues", "keys"].map(modeOf)).toEqual([0o700, 0o700, 0o700, 0o700]);
    expect(modeOf("stack-id")).toBe(0o600);
  });
});
