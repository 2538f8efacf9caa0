import { EN } from "./en.ts";
import { type Catalogue, type Language, show } from "./t.ts";

/** Each language is a file of its own, fetched when somebody reads it; English is there when one cannot be. */
export const FETCH: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => EN,
  de: () => import("./de.ts").then(({ DE }) => DE),
  es: () => import("./es.ts").then(({ ES }) => ES),
  fr: () => import("./fr.ts").then(({ FR }) => FR),
  zh: () => import("./zh.ts").then(({ ZH }) => ZH),
};

/** A watch's system language, as Zepp OS names it. */
const WATCH_LANGUAGES: Readonly<Record<Language, string>> = {
  en: "en-US",
  de: "de-DE",
  es: "es-ES",
  fr: "fr-FR",
  zh: "zh-CN",
};

/** Where the dashboard keeps the language it was last read in. */
const CHOSEN = "backstride.language";

/** The first language that we speak and the person reads; English if there is none. @param preferred tags, the dearest first */
export function languageFor(preferred: readonly (string | null)[]): Language {
  const known = preferred
    .map((tag) => tag?.split("-")[0]?.toLowerCase())
    .find((tag) => tag !== undefined && Object.hasOwn(FETCH, tag));
  return (known ?? "en") as Language;
}

/** The language the dashboard was last read in, else the browser's. */
export const preferredLanguage = (): Language => languageFor([localStorage.getItem(CHOSEN), ...navigator.languages]);

/** The system language of a watch whose wearer reads the same language as here. */
export const watchLanguage = (): string => WATCH_LANGUAGES[preferredLanguage()];

/** Fetches the person's language; the page speaks it from then on, and says so in `<html lang>`. */
export async function speak(): Promise<void> {
  const language = preferredLanguage();
  const catalogue = await FETCH[language]();
  show(language, catalogue);
  document.documentElement.lang = language === "zh" ? "zh-Hans" : language;
  document.title = `${catalogue["page.title"]} · Backstride`;
}
