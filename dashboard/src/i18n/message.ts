/** A text, or a text made of values. */
// biome-ignore lint/suspicious/noExplicitAny: the bound of a generic; each message keeps its own parameter types
export type Message = string | ((...values: any[]) => string);
export type Messages = Readonly<Record<string, Message>>;
