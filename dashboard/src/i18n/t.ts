import { signal } from "@preact/signals";
import type { Language } from "../../../core/contract/primitives.ts";
import type { Catalogue as AllOfCore } from "../../../core/text/catalogue.ts";
import type { PAGES as EVERYDAY } from "./en/everyday.ts";
import type { PAGES as REST } from "./en/rest.ts";
import type { Like } from "./message.ts";

/** The texts of the pages in one language. */
export type Catalogue = Like<typeof EVERYDAY & typeof REST>;
export type EverydayCore = Omit<AllOfCore, "questions" | "noReasonToWait">;
export type RestCore = Pick<AllOfCore, "questions">;
type CoreTexts = EverydayCore & RestCore;
/** A part of a language as it is fetched: the pages' own texts, and those that `core` speaks. */
export type Part = { readonly PAGES: Partial<Catalogue>; readonly CORE: Partial<CoreTexts> };
export type Key = keyof Catalogue;
type Values<K extends Key> = Catalogue[K] extends (...values: infer V) => string ? V : [];

type Texts = { readonly pages: Partial<Catalogue>; readonly core: Partial<CoreTexts> };
const texts = signal<Texts | null>(null);
/** The language of the texts shown. */
export const language = signal<Language>("en");

/**
 * From now on everything is said in this language; what is on the page changes in place. Two who asked for one file may hear of it
 * in either order: a part that comes late takes nothing away that was there.
 */
export function show(tag: Language, parts: readonly Part[]): void {
  const known = tag === language.peek() ? texts.peek() : null;
  texts.value = {
    pages: Object.assign({}, known?.pages, ...parts.map(({ PAGES }) => PAGES)),
    core: Object.assign({}, known?.core, ...parts.map(({ CORE }) => CORE)),
  };
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

/** What `core` says in the language shown; its questions are there on a page that says the rest. @throws Error before the first language is there */
export function coreTexts(): CoreTexts {
  if (texts.value === null) throw new Error("No language has been loaded yet.");
  return texts.value.core as CoreTexts;
}
