import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { HostError } from "../error.ts";
import { keyService } from "./keys.ts";

const ARN = "arn:aws:kms:local:000000000000:key/Signing";
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backstride-keys-"));
  file = join(folder, "Signing.pem");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes a key once and keeps it", () => {
  keyService(folder, [ARN]);
  const made = readFileSync(file, "utf8");
  keyService(folder, [ARN]);
  expect(made).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(readFileSync(file, "utf8")).toBe(made);
});

it.each(["", "-----BEGIN PRIVATE KEY-----\nMIIE"])(
  "names a key file that holds only %j, and leaves it alone",
  (half) => {
    writeFileSync(file, half);
    expect(() => keyService(folder, [ARN])).toThrow(HostError);
    expect(() => keyService(folder, [ARN])).toThrow(file);
    expect(readFileSync(file, "utf8")).toBe(half);
  },
);
