import type { Language } from "../contract/primitives.ts";
import type { Catalogue } from "./catalogue.ts";
import { DE } from "./de/index.ts";
import { EN } from "./en/index.ts";
import { ES } from "./es/index.ts";
import { FR } from "./fr/index.ts";
import { ZH } from "./zh/index.ts";

/** Every language at once, for those who speak to many people. A page imports only the one it shows. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: EN, de: DE, es: ES, fr: FR, zh: ZH };

/** The texts in a person's language; English for those who have not told theirs. */
export const catalogueOf = (language: Language | undefined): Catalogue => CATALOGUES[language || "en"];
