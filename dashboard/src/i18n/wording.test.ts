import { describe, expect, it } from "vitest";
import { EN } from "./en/index.ts";

const texts = Object.values(EN).map((message) => (typeof message === "string" ? message : String(message)));

describe("what the product may say (plan-rules §1)", () => {
  it.each([/\btreats?\b/i, /\bheals?\b/i, /\bcures?\b/i, /\bprevents?\b/i, /50\s*%/])("never %s", (word) => {
    expect(texts.filter((text) => word.test(text))).toEqual([]);
  });
});
