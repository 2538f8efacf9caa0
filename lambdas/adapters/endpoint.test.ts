import { expect, it } from "vitest";
import { isPublicAddress } from "./endpoint.ts";

it.each([
  ["8.8.8.8", true],
  ["2606:4700::1111", true],
  ["127.0.0.1", false],
  ["169.254.169.254", false],
  ["::1", false],
  ["::ffff:10.0.0.1", false],
  ["64:ff9b::a00:1", false],
  ["fe80::1", false],
  ["not an address", false],
])("%s is a place on the public internet: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});
