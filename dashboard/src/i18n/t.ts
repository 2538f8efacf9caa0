import { signal } from "@preact/signals";
import { EN } from "./en/index.ts";

type Widened<M> = M extends (...values: infer V) => string ? (...values: V) => string : string;
/** What a language must say: the keys of English, with the same values. A missing or mistyped key does not compile. */
export type Catalogue = { readonly [K in keyof typeof EN]: Widened<(typeof EN)[K]> };
export type Key = keyof Catalogue;
type Values<K extends Key> = Catalogue[K] extends (...values: infer V) => string ? V : [];

const catalogue = signal<Catalogue>(EN);
/** BCP 47 tag of the texts shown. */
export const language = signal("en");

/** The text for a key in the language shown; a component that calls it renders anew when the language changes. */
export function t<K extends Key>(key: K, ...values: Values<K>): string {
  const message: unknown = catalogue.value[key];
  return typeof message === "function" ? String(message(...values)) : String(message);
}

/** Keys whose text needs no values. */
export type PlainKey = { [K in Key]: Catalogue[K] extends string ? K : never }[Key];
