import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import { decodeTrace, encodeTrace } from "./trace.ts";

test("any series of readings survives packing and unpacking", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 900 }), (values) => {
      expect(decodeTrace(encodeTrace(values))).toEqual(values);
    }),
  );
});

test("base64 is the standard one", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64([...bytes])).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(Buffer.from(bytes).toString("base64"))).toEqual([...bytes]);
    }),
  );
});

test("readings outside a byte are clamped, nonsense counts as no reading", () => {
  expect(decodeTrace(encodeTrace([300, -4, Number.NaN, 99.6]))).toEqual([255, 0, 0, 100]);
});

test("an hour of a calm heart takes half a byte a sample", () => {
  const hour = Array.from({ length: 720 }, (_, index) => 120 + Math.round(5 * Math.sin(index / 9)));
  expect(encodeTrace(hour).length).toBeLessThanOrEqual(Math.ceil(((720 + 2) / 2 / 3) * 4) + 4);
});

test("a text cut short gives the samples before the cut", () => {
  const whole = encodeTrace([60, 61, 62, 63, 64, 65, 66, 67, 68]);
  const part = decodeTrace(whole.slice(0, 4));
  expect(part.length).toBeGreaterThan(0);
  expect([60, 61, 62, 63, 64, 65, 66, 67, 68].slice(0, part.length)).toEqual(part);
});
