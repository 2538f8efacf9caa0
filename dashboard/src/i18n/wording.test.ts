import { describe, expect, it } from "vitest";
import type { Language } from "../../../core/contract/primitives.ts";
import { PROMISES } from "../../../core/text/never-said.ts";
import { PAGES as DE } from "./de/everyday.ts";
import { PAGES as DE_REST } from "./de/rest.ts";
import { PAGES as EN } from "./en/everyday.ts";
import { PAGES as EN_REST } from "./en/rest.ts";
import { PAGES as ES } from "./es/everyday.ts";
import { PAGES as ES_REST } from "./es/rest.ts";
import { PAGES as FR } from "./fr/everyday.ts";
import { PAGES as FR_REST } from "./fr/rest.ts";
import type { Message } from "./message.ts";
import { PAGES as ZH } from "./zh/everyday.ts";
import { PAGES as ZH_REST } from "./zh/rest.ts";

const CATALOGUES = {
  en: { ...EN, ...EN_REST },
  de: { ...DE, ...DE_REST },
  es: { ...ES, ...ES_REST },
  fr: { ...FR, ...FR_REST },
  zh: { ...ZH, ...ZH_REST },
} satisfies Record<Language, object>;

/** Every text by its key, each placeholder filled with a value that shows. */
const filled = (catalogue: Readonly<Record<string, Message>>, values: readonly unknown[]): [string, string][] =>
  Object.entries(catalogue).map(([key, message]) => [key, typeof message === "string" ? message : message(...values)]);

/** Numbers whose words differ from language to language: 12 weeks is a number everywhere, "sixteen" nowhere. */
const numbersIn = (text: string) =>
  (text.match(/\d+([.,]\d+)?/g) ?? []).map((number) => Number(number.replace(",", "."))).sort((a, b) => a - b);

describe.each(Object.entries(CATALOGUES))("the pages in %s", (language, catalogue) => {
  const english = Object.fromEntries(filled(CATALOGUES.en, [71, 72, 73, 74]));

  it("have every text of English, and nothing besides", () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(CATALOGUES.en).sort());
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

  it("begin no line with a sign or a unit that belongs to the word before", () => {
    const texts = filled(catalogue, [71, 72, 73, 74]).filter(([, text]) => /\d %|\d (min|s)\b| [:;?!»]|« /.test(text));
    expect(texts).toEqual([]);
  });

  it("promise nothing that no evidence holds (plan-rules §1)", () => {
    const texts = filled(catalogue, [71, 72, 73, 74]).filter(
      ([, text]) => PROMISES[language as Language].test(text) || /50\s*%/.test(text),
    );
    expect(texts).toEqual([]);
  });
});
