import { expect, it } from "vitest";
import { checkin } from "../../test/pipeline/events.ts";
import { canonical, contentHash } from "./canonical.ts";

it("does not depend on the order of members, nor on absent ones", () => {
  const one = { b: [1, { d: null, c: "x" }], a: undefined, e: -0 };
  const other = { e: 0, b: [1, { c: "x", d: null }] };
  expect(canonical(one)).toBe(canonical(other));
  expect(canonical(one)).toBe('{"b":[1,{"c":"x","d":null}],"e":0}');
});

it("depends on the order of a list", () => {
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
});

it("is the same for an event that is sent again by a watch that was paired anew", () => {
  const event = checkin("2026-11-20");
  const again = { ...event, deviceId: "0193a1b2-0000-7000-8000-00000000dddd", zone: "Europe/Berlin" };
  expect(contentHash(again)).toBe(contentHash(event));
  expect(contentHash({ ...event, localDate: "2026-11-21" })).not.toBe(contentHash(event));
});
