/** A text, or a text made of values. */
// biome-ignore lint/suspicious/noExplicitAny: the bound of a generic; each message keeps its own parameter types
export type Message = string | ((...values: any[]) => string);
export type Messages = Readonly<Record<string, Message>>;

type Widened<M> = M extends (...values: infer V) => string ? (...values: V) => string : string;
/** The same texts in another language: the keys of English, with the same values. A missing or mistyped key does not compile. */
export type Like<English> = { readonly [K in keyof English]: Widened<English[K]> };
