import { signal } from "@preact/signals";
import type { Language } from "../../../core/contract/primitives.ts";
import type { Catalogue as CoreTexts } from "../../../core/text/catalogue.ts";
import type { EN } from "./en/index.ts";
import type { Like } from "./message.ts";

/** The texts of the pages in one language. */
export type Catalogue = Like<typeof EN>;
/** One language as it is fetched: the pages' own texts, and those that `core` speaks. */
export type Texts = { readonly pages: Catalogue; readonly core: CoreTexts };
export type Key = keyof Catalogue;
type Values<K extends Key> = Catalogue[K] extends (...values: infer V) => string ? V : [];

const texts = signal<Texts | null>(null);
/** The language of the texts shown. */
export const language = signal<Language>("en");

/** From now on everything is said in this language; what is on the page changes in place. */
export function show(tag: Language, fetched: Texts): void {
  texts.value = fetched;
  language.value = tag;
}

/** The text for a key in the language shown; a component that calls it renders anew when the language changes. */
export function t<K extends Key>(key: K, ...values: Values<K>): string {
  const message: unknown = texts.value?.pages[key] ?? key;
  return typeof message === "function" ? String(message(...values)) : String(message);
}

/** Keys whose text needs no values. */
export type PlainKey = { [K in Key]: Catalogue[K] extends string ? K : never }[Key];

/** Whether there is a plain text for a name that comes from the service, which may be newer than this page. */
export const isPlainKey = (key: string): key is PlainKey =>
  typeof (texts.value?.pages as Readonly<Record<string, unknown>> | undefined)?.[key] === "string";

/** What `core` says in the language shown. @throws Error before the first language is there */
export function coreTexts(): CoreTexts {
  if (texts.value === null) throw new Error("No language has been loaded yet.");
  return texts.value.core;
}
