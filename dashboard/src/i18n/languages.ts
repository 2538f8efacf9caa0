import { Language } from "../../../core/contract/primitives.ts";
import { show, type Texts } from "./t.ts";

/** Each language is a file of its own, fetched when somebody reads it. */
const FETCH: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: () => import("./en/index.ts").then(({ EN, CORE }) => ({ pages: EN, core: CORE })),
  de: () => import("./de/index.ts").then(({ DE, CORE }) => ({ pages: DE, core: CORE })),
  es: () => import("./es/index.ts").then(({ ES, CORE }) => ({ pages: ES, core: CORE })),
  fr: () => import("./fr/index.ts").then(({ FR, CORE }) => ({ pages: FR, core: CORE })),
  zh: () => import("./zh/index.ts").then(({ ZH, CORE }) => ({ pages: ZH, core: CORE })),
};

/** The first language that we speak and the person reads; English if there is none. @param preferred tags, the dearest first */
export function languageFor(preferred: readonly (string | null | undefined)[]): Language {
  const known = preferred.map((tag) => Language.options.find((each) => each === tag?.split("-")[0]?.toLowerCase()));
  return known.find((each) => each !== undefined) ?? "en";
}

let wanted: Language | null = null;

/** Fetches a language and shows it, unless another was asked for meanwhile. @throws TypeError when it cannot be fetched */
export async function speak(language: Language): Promise<void> {
  if (wanted === language) return;
  wanted = language;
  try {
    const texts = await FETCH[language]();
    if (wanted === language) show(language, texts);
  } catch (cause) {
    if (wanted === language) wanted = null;
    throw cause;
  }
}
