import { describe, expect, it } from "vitest";
import { compilePattern } from "./pattern.ts";

const event = {
  source: "backstride",
  "detail-type": "session.recorded.v1",
  detail: {
    level: 5,
    colour: "GREEN",
    tags: ["grass", "alone"],
    hr: { max: 162 },
    note: null,
    nested: [{ a: 1 }, { a: 2 }],
  },
};

describe("an event pattern matches", () => {
  it.each<[string, unknown, boolean]>([
    ["an exact value", { source: ["backstride"] }, true],
    ["one of several", { source: ["other", "backstride"] }, true],
    ["no other value", { source: ["other"] }, false],
    ["a number exactly", { detail: { level: [5] } }, true],
    ["no number for a string", { detail: { level: ["5"] } }, false],
    ["null", { detail: { note: [null] } }, true],
    ["every field at once", { source: ["backstride"], detail: { level: [6] } }, false],
    ["a member of a list", { detail: { tags: ["alone"] } }, true],
    ["inside a list of objects", { detail: { nested: { a: [2] } } }, true],
    ["a prefix", { "detail-type": [{ prefix: "session." }] }, true],
    ["no other prefix", { "detail-type": [{ prefix: "plan." }] }, false],
    ["a suffix", { "detail-type": [{ suffix: ".v1" }] }, true],
    ["no suffix of a number", { detail: { level: [{ suffix: "5" }] } }, false],
    ["anything but one value", { detail: { colour: [{ "anything-but": "RED" }] } }, true],
    ["nothing excluded", { detail: { colour: [{ "anything-but": ["RED", "GREEN"] }] } }, false],
    ["anything but a prefix", { "detail-type": [{ "anything-but": { prefix: "session." } }] }, false],
    ["a missing field with nothing but", { detail: { missing: [{ "anything-but": "x" }] } }, false],
    ["a range", { detail: { hr: { max: [{ numeric: [">", 100, "<=", 162] }] } } }, true],
    ["nothing outside of a range", { detail: { hr: { max: [{ numeric: [">", 162] }] } } }, false],
    ["a field that is there", { detail: { colour: [{ exists: true }] } }, true],
    ["a field that is not there", { detail: { missing: [{ exists: false }] } }, true],
    ["a field that should not be there", { detail: { colour: [{ exists: false }] } }, false],
    ["a field absent below what is absent", { detail: { missing: { deeper: [{ exists: false }] } } }, true],
    ["either of two", { detail: { $or: [{ level: [9] }, { colour: ["GREEN"] }] } }, true],
    ["neither of two", { detail: { $or: [{ level: [9] }, { colour: ["RED"] }] } }, false],
  ])("%s", (_, pattern, expected) => {
    expect(compilePattern(pattern)(event)).toBe(expected);
  });
});

it.each<[string, unknown]>([
  ["wildcard", { detail: { colour: [{ wildcard: "G*" }] } }],
  ["cidr", { detail: { ip: [{ cidr: "10.0.0.0/24" }] } }],
  ["equals-ignore-case", { detail: { colour: [{ "anything-but": { "equals-ignore-case": "x" } }] } }],
])("an operator that is not known fails with its name: %s", (operator, pattern) => {
  expect(() => compilePattern(pattern)).toThrow(`"${operator}"`);
});

it.each<unknown>([
  { source: "backstride" },
  [],
  { detail: { level: [{ numeric: [">"] }] } },
  { $or: [{}] },
  { a: [{ prefix: 1 }] },
])("a malformed pattern fails: %j", (pattern) => {
  expect(() => compilePattern(pattern)).toThrow(/event/);
});
