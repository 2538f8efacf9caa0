import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { RULES, rules } from "../../bin/rules.ts";
import { READINGS } from "../../bin/rules-silent.ts";
import { RULE_WORDS } from "../../bin/rules-words.ts";

const root = resolve(import.meta.dirname, "../..");

it("docs/rules.md is what core decides with; `node bin/rules.mjs` writes it anew", () => {
  expect(readFileSync(join(root, RULES), "utf8") === rules()).toBe(true);
});

it("every rule is in the page once, with words that hold no gap", () => {
  const page = rules();
  for (const [id, words] of Object.entries(RULE_WORDS)) {
    expect(page.split(`| \`${id}\` |`), id).toHaveLength(2);
    expect(words, id).not.toMatch(/undefined|NaN|null/);
  }
});

it("readings name files that exist", () => {
  for (const { file } of READINGS) expect(existsSync(join(root, file)), file).toBe(true);
});

it("says nothing that the product may not say", () => {
  expect(rules()).not.toMatch(/\b(treats?|heals?|prevents?|cures?)\b|50 ?%/i);
});
