import { EN } from "./en.ts";

type Widened<M> = M extends (...values: infer V) => string ? (...values: V) => string : string;
/** The texts of the page in one language: the keys of English, with the same values. A missing one does not compile. */
export type Catalogue = { readonly [K in keyof typeof EN]: Widened<(typeof EN)[K]> };
export type Key = keyof Catalogue;
type Values<K extends Key> = Catalogue[K] extends (...values: infer V) => string ? V : [];

export type Language = "en" | "de" | "es" | "fr" | "zh";

let texts: Catalogue = EN;
let shown: Language = "en";

/** From now on the page speaks this language; it is set once, before anything is drawn. */
export function show(language: Language, catalogue: Catalogue): void {
  shown = language;
  texts = catalogue;
}

/** The text for a key in the language of the page. */
export function t<K extends Key>(key: K, ...values: Values<K>): string {
  const message: unknown = texts[key];
  return typeof message === "function" ? String(message(...values)) : String(message);
}

/** Dates are written as this tag has them. English ones have the day first and 24 hours, as the watch has. */
const locale = (): string => (shown === "en" ? "en-GB" : shown);

/** @returns `09:41:05` */
export const clockTime = (at: number): string => new Date(at).toLocaleTimeString(locale(), { hourCycle: "h23" });

/** @returns `Sunday 29 November` */
export const dayOf = (at: number): string =>
  new Date(at).toLocaleDateString(locale(), { weekday: "long", day: "numeric", month: "long" });
