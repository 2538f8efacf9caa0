import { Language } from "../../../core/contract/primitives.ts";
import { type Part, show } from "./t.ts";

type Fetch = () => Promise<Part>;

/** Each language is two files, fetched when somebody reads them: what every day says, and the rest. */
const FETCH: Readonly<Record<Language, readonly [everyday: Fetch, rest: Fetch]>> = {
  en: [() => import("./en/everyday.ts"), () => import("./en/rest.ts")],
  de: [() => import("./de/everyday.ts"), () => import("./de/rest.ts")],
  es: [() => import("./es/everyday.ts"), () => import("./es/rest.ts")],
  fr: [() => import("./fr/everyday.ts"), () => import("./fr/rest.ts")],
  zh: [() => import("./zh/everyday.ts"), () => import("./zh/rest.ts")],
};

/** The first language that we speak and the person reads; English if there is none. @param preferred tags, the dearest first */
export function languageFor(preferred: readonly (string | null | undefined)[]): Language {
  const known = preferred.map((tag) => Language.options.find((each) => each === tag?.split("-")[0]?.toLowerCase()));
  return known.find((each) => each !== undefined) ?? "en";
}

/** `whole`: with the rest. `shown`: once these words, or those that were asked for after them, are there. */
type Wanted = { readonly language: Language | null; readonly whole: boolean; readonly shown: Promise<void> };
let latest: Wanted = { language: null, whole: false, shown: Promise.resolve() };

function want(language: Language, whole: boolean): Promise<void> {
  if (latest.language === language && latest.whole === whole) return latest.shown;
  const before = latest;
  const shown = Promise.all(FETCH[language].slice(0, whole ? 2 : 1).map((fetch) => fetch())).then(
    (parts) => (latest.language === language ? show(language, parts) : latest.shown),
    (cause) => {
      if (latest !== mine) return latest.shown;
      latest = before;
      throw cause;
    },
  );
  const mine: Wanted = { language, whole, shown };
  latest = mine;
  return shown;
}

/** Fetches a language and shows it, unless another was asked for meanwhile. @throws TypeError when it cannot be fetched */
export const speak = (language: Language): Promise<void> => want(language, latest.whole);

/** From now on with the words of the pages that are not opened every day. @throws TypeError when they cannot be fetched */
export const speakWhole = (): Promise<void> => want(latest.language ?? "en", true);
