import { describe, expect, it } from "vitest";
import { EN } from "./en.ts";
import { FETCH, languageFor } from "./languages.ts";
import { type Catalogue, type Language, show, t } from "./t.ts";

type Message = string | ((...values: unknown[]) => string);

/** Every text by its key, its placeholders filled with values that show. */
const filled = (catalogue: Catalogue): [string, string][] =>
  Object.entries(catalogue as Readonly<Record<string, Message>>).map(([key, message]) => [
    key,
    typeof message === "string" ? message : message(71, 72),
  ]);
const valuesIn = (text: string) => (text.match(/7[12]/g) ?? []).sort();

describe.each(Object.keys(FETCH) as Language[])("the simulated watch page in %s", (language) => {
  it("has every text of English and nothing besides, with the same values in it", async () => {
    const english = new Map(filled(EN));
    const texts = filled(await FETCH[language]());
    expect(texts.map(([key]) => key).sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of texts) {
      expect(text.trim(), key).not.toBe("");
      expect(valuesIn(text), `${key}: ${text}`).toEqual(valuesIn(english.get(key) ?? ""));
    }
  });
});

it("speaks the first language that it knows, and English if it knows none", () => {
  expect(languageFor([null, "pt-BR", "de-CH", "en"])).toBe("de");
  expect(languageFor([null, "zh-Hans-CN"])).toBe("zh");
  expect(languageFor([null, "toString"])).toBe("en");
});

it("fills in values in the language shown", async () => {
  show("de", await FETCH.de());
  expect(t("clock.step", 10)).toBe("10 s weiter");
  expect(t("watch.still")).toBe("Noch keine Vibration");
});
