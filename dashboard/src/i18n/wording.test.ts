import { describe, expect, it } from "vitest";
import type { Language } from "../../../core/contract/primitives.ts";
import { PROMISES } from "../../../core/text/never-said.ts";
import { DE } from "./de/index.ts";
import { EN } from "./en/index.ts";
import { ES } from "./es/index.ts";
import { FR } from "./fr/index.ts";
import type { Message } from "./message.ts";
import { ZH } from "./zh/index.ts";

const CATALOGUES = { en: EN, de: DE, es: ES, fr: FR, zh: ZH } satisfies Record<Language, object>;

/** Every text by its key, each placeholder filled with a value that shows. */
const filled = (catalogue: Readonly<Record<string, Message>>, values: readonly unknown[]): [string, string][] =>
  Object.entries(catalogue).map(([key, message]) => [key, typeof message === "string" ? message : message(...values)]);

/** Numbers whose words differ from language to language: 12 weeks is a number everywhere, "sixteen" nowhere. */
const numbersIn = (text: string) =>
  (text.match(/\d+([.,]\d+)?/g) ?? []).map((number) => Number(number.replace(",", "."))).sort((a, b) => a - b);

describe.each(Object.entries(CATALOGUES))("the pages in %s", (language, catalogue) => {
  const english = Object.fromEntries(filled(EN, [71, 72, 73, 74]));

  it("have every text of English, and nothing besides", () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(EN).sort());
    expect(filled(catalogue, [71, 72, 73, 74]).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("put the same values and numbers where English has them", () => {
    for (const [key, text] of filled(catalogue, [71, 72, 73, 74])) {
      expect(numbersIn(text), `${key}: ${text}`).toEqual(numbersIn(english[key] ?? ""));
    }
  });

  it.each([0, 1, 2])("say a count of %s in a sentence of its own language", (count) => {
    for (const [key, text] of filled(catalogue, [count, count, count, count])) {
      expect(text, key).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it("promise nothing that no evidence holds (plan-rules §1)", () => {
    const texts = filled(catalogue, [71, 72, 73, 74]).filter(
      ([, text]) => PROMISES[language as Language].test(text) || /50\s*%/.test(text),
    );
    expect(texts).toEqual([]);
  });
});
