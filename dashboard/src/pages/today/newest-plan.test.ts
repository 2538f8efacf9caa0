import { expect, it } from "vitest";
import { waitsFor } from "./newest-plan.ts";

it.each([
  ["an hour before it was published", "2026-11-24T09:00:00.000Z", true],
  ["by the visit that brought it about", "2026-11-24T09:59:58.000Z", false],
  ["after it", "2026-11-24T10:00:05.000Z", false],
  ["never", null, false],
])("a watch last seen %s", (_, seen, waits) => {
  expect(waitsFor(seen, "2026-11-24T10:00:00.000Z")).toBe(waits);
  expect(waitsFor(seen, null)).toBe(false);
});
