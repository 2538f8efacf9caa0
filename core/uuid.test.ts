import { expect, it } from "vitest";
import { uuidV7 } from "./uuid.ts";

it("carries the time, the version and the variant", () => {
  const id = uuidV7(0x0193a1b2c3d4, new Uint8Array(10).fill(255));
  expect(id).toBe("0193a1b2-c3d4-7fff-bfff-ffffffffffff");
});

it("sorts by time", () => {
  const none = new Uint8Array(10);
  expect(uuidV7(1_700_000_000_000, none) < uuidV7(1_700_000_000_001, none)).toBe(true);
});
